package dev.latchkey.domain.mfa;

import dev.latchkey.domain.InvalidValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** The key that an authenticator app shares with us: 160 bits in base 32 (RFC 4226 §4, RFC 4648 §6). */
public record TotpSecret(String base32) {
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final Pattern FORM = Pattern.compile("[A-Z2-7]{32}");

  public TotpSecret {
    if (!FORM.matcher(base32).matches()) {
      throw new InvalidValue("secret", "MALFORMED", "A TOTP secret has 32 characters of base 32.");
    }
  }

  public static TotpSecret random(RandomGenerator random) {
    StringBuilder key = new StringBuilder();
    for (int i = 0; i < 32; i++) {
      key.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return new TotpSecret(key.toString());
  }

  /** What the QR code holds: the form that authenticator apps agreed on. */
  public String otpauthUri(String issuer, String account) {
    return "otpauth://totp/" + encode(issuer) + ":" + encode(account) + "?secret=" + base32 + "&issuer="
        + encode(issuer) + "&algorithm=SHA1&digits=6&period=30";
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Keeps the key out of logs. */
  @Override
  public String toString() {
    return "TotpSecret[hidden]";
  }
}
