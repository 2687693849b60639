package dev.latchkey.domain.onetime;

import dev.latchkey.domain.Ulid;

/** The public name of a one-time secret; worth nothing without the secret itself. */
public record SecretId(String value) {
  public SecretId {
    Ulid.require("challengeId", value);
  }
}
