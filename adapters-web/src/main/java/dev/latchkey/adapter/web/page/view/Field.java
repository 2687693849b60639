package dev.latchkey.adapter.web.page.view;

import org.jspecify.annotations.Nullable;

/**
 * One field of a form: what was typed, so that it isn't lost when the form comes back, and what is wrong with it.
 *
 * @param value what to show in the field; not shown for passwords and codes
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

  /** What the templates show of a password or a code, whatever was put in. */
  public Field withoutValue() {
    return new Field("", error);
  }

  public boolean isWrong() {
    return error != null;
  }

  /** Keeps what was typed out of logs. */
  @Override
  public String toString() {
    return isWrong() ? "Field[wrong]" : "Field";
  }
}
