package dev.latchkey.domain;

import java.text.Normalizer;

/** The rule for names that people give: one line, NFC, nothing that could hide or reorder what is shown. */
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
