package dev.latchkey.domain;

/** The form of every identifier: 26 characters of Crockford's base 32, the first at most 7 (ULID specification). */
public final class Ulid {
  private static final int LENGTH = 26;
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private Ulid() {}

  /**
   * @return the same text, known to be a ULID
   * @throws InvalidValue if it is not one
   */
  public static String require(String field, String value) {
    if (!isOne(value)) {
      throw new InvalidValue(field, "MALFORMED", "This is not a valid id.");
    }
    return value;
  }

  /** Without a regular expression, as every session check asks several times. */
  private static boolean isOne(String value) {
    if (value.length() != LENGTH || value.charAt(0) > '7') {
      return false;
    }
    for (int i = 0; i < LENGTH; i++) {
      if (ALPHABET.indexOf(value.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }
}
