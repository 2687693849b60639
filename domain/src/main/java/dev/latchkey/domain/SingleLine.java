package dev.latchkey.domain;

import java.text.Normalizer;

/**
 * The rules for what is shown on one line: names that people give are refused unless they are NFC and nothing in them
 * could hide or reorder what is shown; what others say is quoted as far as it is harmless.
 */
public final class SingleLine {
  private SingleLine() {}

  /**
   * @param maximum most code points allowed
   * @return the text in NFC without surrounding white space
   * @throws InvalidValue if it is blank, too long, or holds control or invisible formatting characters
   */
  public static String require(String field, String value, int maximum) {
    if (isPlain(value, maximum)) {
      return value;
    }
    String text = Normalizer.normalize(value, Normalizer.Form.NFC).strip();
    if (text.isEmpty()) {
      throw new InvalidValue(field, "REQUIRED", "Please fill this in.");
    }
    if (text.codePointCount(0, text.length()) > maximum) {
      throw new InvalidValue(field, "TOO_LONG", "Please use at most " + maximum + " characters.");
    }
    if (text.codePoints().anyMatch(SingleLine::hidden)) {
      throw new InvalidValue(field, "FORBIDDEN_CHARACTER",
          "Line breaks and invisible characters are not allowed here.");
    }
    return text;
  }

  /**
   * Words of others, such as an identity provider's, as they may be kept and shown: what could hide or break a line, or
   * can't be stored, becomes a space.
   *
   * @param maximum most UTF-16 characters that are left of it
   */
  public static String quoted(String words, int maximum) {
    if (isPlain(words, maximum)) {
      return words;
    }
    String cut = words.length() <= maximum ? words : words.substring(0, maximum - 1);
    StringBuilder line = new StringBuilder(cut.length() + 1);
    cut.codePoints().forEach(codePoint -> line.appendCodePoint(hidden(codePoint) ? ' ' : codePoint));
    return words.length() <= maximum ? line.toString() : line.append('…').toString();
  }

  /** Whether it is as it should be at first sight, as most names are that a session check reads. */
  private static boolean isPlain(String value, int maximum) {
    if (value.isEmpty() || value.length() > maximum || value.startsWith(" ") || value.endsWith(" ")) {
      return false;
    }
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) < ' ' || value.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }

  /** Zero-width joiners stay allowed: some scripts can't be written without them. */
  private static boolean hidden(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE,
          Character.UNASSIGNED, Character.PRIVATE_USE ->
        true;
      case Character.FORMAT -> codePoint != 0x200C && codePoint != 0x200D;
      default -> false;
    };
  }
}
