package dev.latchkey.domain;

import java.util.regex.Pattern;

/** The form of every identifier: 26 characters of Crockford's base 32, the first at most 7 (ULID specification). */
public final class Ulid {
  private static final Pattern FORM = Pattern.compile("[0-7][0-9A-HJKMNP-TV-Z]{25}");

  private Ulid() {}

  /**
   * @return the same text, known to be a ULID
   * @throws InvalidValue if it is not one
   */
  public static String require(String field, String value) {
    if (!FORM.matcher(value).matches()) {
      throw new InvalidValue(field, "MALFORMED", "This is not a valid id.");
    }
    return value;
  }
}
