package dev.latchkey.server.settings;

import java.util.List;

/** The settings can't be used. Tells everything that is wrong with them, each in one line that names the setting. */
public final class InvalidSettings extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InvalidSettings(List<String> problems) {
    super(String.join("\n", problems));
  }

  public List<String> problems() {
    return String.valueOf(getMessage()).lines().toList();
  }
}
