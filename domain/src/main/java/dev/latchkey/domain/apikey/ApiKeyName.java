package dev.latchkey.domain.apikey;

import dev.latchkey.domain.SingleLine;

/** What people call a key, so that they know later where it is in use. */
public record ApiKeyName(String value) {
  public ApiKeyName {
    value = SingleLine.require("name", value, 80);
  }
}
