package dev.latchkey.adapter.web.request;

import java.util.Enumeration;
import java.util.Locale;
import java.util.Set;

/** Chooses among known locales only: those from a header are without number, and texts are cached for each. */
final class Languages {
  private static final Set<Locale> KNOWN = Set.of(Locale.getAvailableLocales());

  private Languages() {}

  static Locale choose(Enumeration<Locale> wanted) {
    while (wanted.hasMoreElements()) {
      Locale locale = wanted.nextElement();
      if (KNOWN.contains(locale) && !locale.equals(Locale.ROOT)) {
        return locale;
      }
    }
    return Locale.ENGLISH;
  }
}
