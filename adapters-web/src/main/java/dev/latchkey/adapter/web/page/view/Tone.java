package dev.latchkey.adapter.web.page.view;

import java.util.Locale;

/** How a badge, notice or toast is meant; each has its own colour and sign, so that colour alone never tells. */
public enum Tone {
  NEUTRAL(Icon.INFO_CIRCLE), INFO(Icon.INFO_CIRCLE), SUCCESS(Icon.CHECK_CIRCLE), WARNING(
      Icon.EXCLAMATION_TRIANGLE), DANGER(Icon.EXCLAMATION_CIRCLE);

  private final Icon icon;

  Tone(Icon icon) {
    this.icon = icon;
  }

  public Icon icon() {
    return icon;
  }

  /** The name of this tone in the style sheet. */
  public String css() {
    return name().toLowerCase(Locale.ROOT);
  }
}
