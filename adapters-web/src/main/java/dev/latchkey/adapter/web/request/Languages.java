package dev.latchkey.adapter.web.request;

import dev.latchkey.domain.InvalidValue;
import java.util.Enumeration;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Chooses among known locales only: those from a header are without number, and texts are cached for each. */
public final class Languages {
  private static final Set<Locale> KNOWN = Set.of(Locale.getAvailableLocales());

  private Languages() {}

  static Locale choose(Enumeration<Locale> wanted) {
    while (wanted.hasMoreElements()) {
      Locale locale = wanted.nextElement();
      if (isKnown(locale)) {
        return locale;
      }
    }
    return Locale.ENGLISH;
  }

  /** @throws InvalidValue if it is no language tag (BCP 47), or none that this Java platform knows */
  public static Locale parse(String tag) {
    return wellFormed(tag).filter(Languages::isKnown).orElseThrow(
        () -> new InvalidValue("locale", "UNKNOWN", "Please use a language tag such as en or de-CH."));
  }

  private static Optional<Locale> wellFormed(String tag) {
    try {
      return Optional.of(new Locale.Builder().setLanguageTag(tag).build());
    } catch (IllformedLocaleException e) {
      return Optional.empty();
    }
  }

  private static boolean isKnown(Locale locale) {
    return KNOWN.contains(locale) && !locale.equals(Locale.ROOT);
  }
}
