package dev.latchkey.domain.session;

import dev.latchkey.domain.Ulid;

/** A signed-in browser. */
public record SessionId(String value) {
  public SessionId {
    Ulid.require("sessionId", value);
  }
}
