package dev.latchkey.adapter.web.page.view;

import java.util.Locale;

/** The letter in the small tile before a name. */
final class Monogram {

  private Monogram() {}

  /** The first one, upper-case; a whole code point, so that no character is cut in two. */
  static String of(String name) {
    String stripped = name.strip();
    return stripped.isEmpty() ? "" : Character.toString(stripped.codePointAt(0)).toUpperCase(Locale.ROOT);
  }
}
