package dev.latchkey.adapter.idp.signin;

import dev.latchkey.domain.account.PasswordHash;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cost, salt and key in the PHC string format: {@code $pbkdf2-sha256$i=600000$salt$key}, Base64 without padding. */
final class Pbkdf2Text {
  private static final Pattern FORM = Pattern
      .compile("\\$pbkdf2-sha256\\$i=([1-9][0-9]{0,8})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

  private final int iterations;
  private final byte[] salt;
  private final byte[] key;

  Pbkdf2Text(int iterations, byte[] salt, byte[] key) {
    this.iterations = iterations;
    this.salt = salt.clone();
    this.key = key.clone();
  }

  /** @throws IllegalArgumentException if it was not made by this class */
  static Pbkdf2Text parse(PasswordHash stored) {
    Matcher parts = FORM.matcher(stored.encoded());
    if (!parts.matches()) {
      throw new IllegalArgumentException("A stored password of an unknown form");
    }
    Base64.Decoder base64 = Base64.getDecoder();
    return new Pbkdf2Text(Integer.parseInt(parts.group(1)), base64.decode(parts.group(2)),
        base64.decode(parts.group(3)));
  }

  PasswordHash encoded() {
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return new PasswordHash("$pbkdf2-sha256$i=" + iterations + "$" + base64.encodeToString(salt) + "$"
        + base64.encodeToString(key));
  }

  int iterations() {
    return iterations;
  }

  byte[] salt() {
    return salt.clone();
  }

  byte[] key() {
    return key.clone();
  }
}
