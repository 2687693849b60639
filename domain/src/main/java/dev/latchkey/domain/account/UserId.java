package dev.latchkey.domain.account;

import dev.latchkey.domain.Ulid;

/** A person's account. */
public record UserId(String value) {
  public UserId {
    Ulid.require("userId", value);
  }
}
