package dev.latchkey.adapter.web.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/**
 * The texts of pages and mails for one reader. Immutable and safe to share.
 *
 * <p>
 * Texts come in the best language we have for the reader, English if there is none; numbers inside them are always
 * written the reader's way. Every text is a {@link MessageFormat} pattern. An unknown key is a programming error and
 * throws {@link java.util.MissingResourceException}; a test compares the keys used with the bundle.
 */
public final class Messages {

  private static final String BUNDLE = "dev.latchkey.adapter.web.text.messages";

  // Without it a reader of an unknown language would get the language of the machine, not the English base.
  private static final Control NO_MACHINE_LOCALE = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

  private final Locale reader;
  private final ResourceBundle bundle;

  private Messages(Locale reader, ResourceBundle bundle) {
    this.reader = reader;
    this.bundle = bundle;
  }

  /** The texts for a reader of this locale. */
  public static Messages of(Locale reader) {
    return new Messages(reader, ResourceBundle.getBundle(BUNDLE, reader, NO_MACHINE_LOCALE));
  }

  /** The text of this key with its placeholders filled in. */
  public String text(String key, Object... arguments) {
    return new MessageFormat(bundle.getString(key), reader).format(arguments);
  }

  /** The language the texts are really in, as a BCP 47 tag for the {@code lang} attribute. */
  public String language() {
    Locale language = bundle.getLocale();
    return language.equals(Locale.ROOT) ? "en" : language.toLanguageTag();
  }

  /** Whose habits numbers and dates follow. */
  public Locale reader() {
    return reader;
  }
}
