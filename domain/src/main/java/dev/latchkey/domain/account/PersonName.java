package dev.latchkey.domain.account;

import dev.latchkey.domain.SingleLine;

/** What a person wants to be called; at most 100 characters, one line. */
public record PersonName(String value) {
  public PersonName {
    value = SingleLine.require("name", value, 100);
  }
}
