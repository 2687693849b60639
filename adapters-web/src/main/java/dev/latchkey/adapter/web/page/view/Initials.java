package dev.latchkey.adapter.web.page.view;

import java.util.Locale;

/** The letters in the small tile before a name. */
final class Initials {

  private Initials() {}

  /** The first letters of the first and the last word; whole code points, so that no character is cut in two. */
  static String of(String name) {
    String[] words = name.strip().split("\\s+");
    String first = firstLetter(words[0]);
    return (words.length == 1 ? first : first + firstLetter(words[words.length - 1])).toUpperCase(Locale.ROOT);
  }

  private static String firstLetter(String word) {
    return word.isEmpty() ? "" : Character.toString(word.codePointAt(0));
  }
}
