package dev.latchkey.domain.apikey;

import dev.latchkey.domain.Ulid;

/** A key's name for machines; worth nothing without the key itself. */
public record ApiKeyId(String value) {
  public ApiKeyId {
    Ulid.require("apiKeyId", value);
  }
}
