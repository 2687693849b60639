package dev.latchkey.adapter.web.page.view;

import org.jspecify.annotations.Nullable;

/**
 * One field of a form: what was typed, so that it isn't lost when the form comes back, and what is wrong with it.
 *
 * @param value what to show in the field; stays empty for passwords and codes
 * @param error what is wrong and how to mend it, already worded; null if nothing
 */
public record Field(String value, @Nullable String error) {

  public static Field empty() {
    return new Field("", null);
  }

  public static Field of(String value) {
    return new Field(value, null);
  }

  public static Field wrong(String value, String error) {
    return new Field(value, error);
  }

  public boolean isWrong() {
    return error != null;
  }
}
