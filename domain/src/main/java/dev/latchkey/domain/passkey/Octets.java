package dev.latchkey.domain.passkey;

import dev.latchkey.domain.InvalidValue;
import java.util.Base64;
import java.util.regex.Pattern;

/** Bytes as WebAuthn's JSON forms write them: base64url without padding (WebAuthn Level 3 §3). */
public record Octets(String base64Url) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]*");

  public Octets {
    if (!isOne(base64Url)) {
      throw new InvalidValue("octets", "MALFORMED", "This has to be base64url without padding.");
    }
  }

  public static Octets of(byte[] bytes) {
    return new Octets(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  public byte[] bytes() {
    return Base64.getUrlDecoder().decode(base64Url);
  }

  /** Only the one spelling that an encoder makes, so that equal bytes are equal texts. */
  private static boolean isOne(String text) {
    if (!FORM.matcher(text).matches() || text.length() % 4 == 1) {
      return false;
    }
    byte[] bytes = Base64.getUrlDecoder().decode(text);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(text);
  }
}
