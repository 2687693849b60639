package dev.latchkey.domain.onetime;

import dev.latchkey.domain.InvalidValue;
import java.util.Base64;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * What a mailed link carries, or a passkey signs as its challenge: the id of a one-time secret and the secret itself,
 * 192 random bits.
 */
public record LinkToken(SecretId id, String secret) {
  private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{32}");

  public LinkToken {
    if (!SECRET.matcher(secret).matches()) {
      throw malformed();
    }
  }

  public static LinkToken random(SecretId id, RandomGenerator random) {
    byte[] bits = new byte[24];
    random.nextBytes(bits);
    return new LinkToken(id, Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
  }

  /** @throws InvalidValue if it is no token of ours */
  public static LinkToken parse(String text) {
    int dot = text.indexOf('.');
    if (dot != 26) {
      throw malformed();
    }
    return new LinkToken(new SecretId(text.substring(0, dot)), text.substring(dot + 1));
  }

  public String value() {
    return id.value() + "." + secret;
  }

  private static InvalidValue malformed() {
    return new InvalidValue("token", "MALFORMED", "This link is not complete. Please open it from the mail again.");
  }

  /** Keeps the secret out of logs. */
  @Override
  public String toString() {
    return "LinkToken[" + id + "]";
  }
}
