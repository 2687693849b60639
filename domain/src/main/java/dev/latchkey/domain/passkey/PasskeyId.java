package dev.latchkey.domain.passkey;

import dev.latchkey.domain.Ulid;

/** Our own name for a passkey. */
public record PasskeyId(String value) {
  public PasskeyId {
    Ulid.require("passkeyId", value);
  }
}
