package dev.latchkey.domain.passkey;

import dev.latchkey.domain.SingleLine;

/** What a person calls a passkey, to tell it from the others. */
public record PasskeyName(String value) {
  public PasskeyName {
    value = SingleLine.require("name", value, 60);
  }
}
