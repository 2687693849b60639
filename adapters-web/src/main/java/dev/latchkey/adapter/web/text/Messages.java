package dev.latchkey.adapter.web.text;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.stream.Stream;

/**
 * The texts of pages and mails for one reader. Immutable and safe to share.
 *
 * <p>
 * Texts come in the reader's language if we have it, else in English; numbers inside them are always written the
 * reader's way. Every text is a {@link MessageFormat} pattern. An unknown key is a programming error and throws
 * {@link java.util.MissingResourceException}; a test compares the keys used with the bundle.
 */
public final class Messages {

  /** Only these are looked up, so that requests can't fill the bundle cache with languages of their invention. */
  private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH);

  private static final String BUNDLE = "dev.latchkey.adapter.web.text.messages";

  // Without it English readers would get the language of the machine, because English is the base and has no own file.
  private static final Control NO_MACHINE_LOCALE = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

  private final Locale reader;
  private final Locale language;
  private final ResourceBundle bundle;

  private Messages(Locale reader, Locale language) {
    this.reader = reader;
    this.language = language;
    this.bundle = ResourceBundle.getBundle(BUNDLE, language, NO_MACHINE_LOCALE);
  }

  /** The texts for a reader of this locale. */
  public static Messages of(Locale reader) {
    return new Messages(reader, LANGUAGES.stream()
        .filter(language -> language.getLanguage().equals(reader.getLanguage())).findFirst().orElse(Locale.ENGLISH));
  }

  /** The text of this key with its placeholders filled in. */
  public String text(String key, Object... arguments) {
    return new MessageFormat(bundle.getString(key), reader).format(arguments);
  }

  /**
   * What is wrong with a field, and how to mend it.
   *
   * @param code the domain's name for it, such as {@code TOO_LONG}
   * @param otherwise the domain's own words, taken where the bundle has none
   */
  public String problem(String field, String code, String otherwise) {
    return Stream.of("problem." + field + "." + code, "problem." + code).filter(bundle::containsKey).findFirst()
        .map(this::text).orElse(otherwise);
  }

  /** Whether somebody wrote a text for this key. */
  public boolean has(String key) {
    return bundle.containsKey(key);
  }

  /** The language the texts are really in, as a BCP 47 tag for the {@code lang} attribute. */
  public String language() {
    return language.toLanguageTag();
  }

  /** Whose habits numbers and dates follow. */
  public Locale reader() {
    return reader;
  }
}
