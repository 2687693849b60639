package dev.latchkey.domain.session;

import dev.latchkey.domain.InvalidValue;
import java.util.Base64;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** The value of a cookie: 256 random bits in base64url. Whoever holds it is believed. */
public record BearerToken(String value) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

  public BearerToken {
    if (!FORM.matcher(value).matches()) {
      throw new InvalidValue("cookie", "MALFORMED", "This is no cookie of ours.");
    }
  }

  public static BearerToken random(RandomGenerator random) {
    byte[] bits = new byte[32];
    random.nextBytes(bits);
    return new BearerToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
  }

  public TokenHash hash() {
    return TokenHash.of(value);
  }

  /** Keeps the cookie out of logs. */
  @Override
  public String toString() {
    return "BearerToken[hidden]";
  }
}
