package dev.latchkey.domain.apikey;

import dev.latchkey.domain.InvalidValue;
import dev.latchkey.domain.session.TokenHash;
import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;
import java.util.zip.CRC32;

/**
 * A key as programs send it: {@code lk_}, 160 random bits and a checksum, both in base 32 (RFC 4648 §6) in lower case.
 *
 * <p>The prefix lets scanners of source code recognize a key that was left there. The checksum is no protection: it
 * spares the database what was mistyped or cut off.
 */
public record ApiKeyText(String value) {
  private static final String PREFIX = "lk_";
  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
  private static final int RANDOM_LETTERS = 32;
  private static final int CHECK_LETTERS = 7;
  private static final int BITS = 5;

  public ApiKeyText {
    if (!isOne(value)) {
      throw new InvalidValue("apiKey", "MALFORMED", "This is no complete key of ours.");
    }
  }

  public static ApiKeyText random(RandomGenerator random) {
    StringBuilder text = new StringBuilder(PREFIX);
    for (int i = 0; i < RANDOM_LETTERS; i++) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return new ApiKeyText(text + checkOf(text.toString()));
  }

  private static boolean isOne(String value) {
    int checked = PREFIX.length() + RANDOM_LETTERS;
    return value.length() == checked + CHECK_LETTERS && value.startsWith(PREFIX)
        && value.chars().skip(PREFIX.length()).allMatch(letter -> ALPHABET.indexOf(letter) >= 0)
        && value.substring(checked).equals(checkOf(value.substring(0, checked)));
  }

  private static String checkOf(String text) {
    CRC32 crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.US_ASCII));
    StringBuilder check = new StringBuilder();
    for (int i = CHECK_LETTERS - 1; i >= 0; i--) {
      check.append(ALPHABET.charAt((int) (crc.getValue() >>> (BITS * i)) & (ALPHABET.length() - 1)));
    }
    return check.toString();
  }

  /** What is stored in its place. */
  public TokenHash hash() {
    return TokenHash.of(value);
  }

  /** Keeps the key out of logs. */
  @Override
  public String toString() {
    return "ApiKeyText[hidden]";
  }
}
