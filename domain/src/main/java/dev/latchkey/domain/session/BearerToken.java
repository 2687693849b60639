package dev.latchkey.domain.session;

import dev.latchkey.domain.InvalidValue;
import java.util.Base64;
import java.util.random.RandomGenerator;

/** The value of a cookie: 256 random bits in base64url. Whoever holds it is believed. */
public record BearerToken(String value) {
  private static final int LENGTH = 43;
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  public BearerToken {
    if (!isOne(value)) {
      throw new InvalidValue("cookie", "MALFORMED", "This is no cookie of ours.");
    }
  }

  public static BearerToken random(RandomGenerator random) {
    byte[] bits = new byte[32];
    random.nextBytes(bits);
    return new BearerToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
  }

  /** Without a regular expression, as every session check asks. */
  private static boolean isOne(String value) {
    if (value.length() != LENGTH) {
      return false;
    }
    for (int i = 0; i < LENGTH; i++) {
      if (ALPHABET.indexOf(value.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
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
