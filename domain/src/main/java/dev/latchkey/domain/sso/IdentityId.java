package dev.latchkey.domain.sso;

import dev.latchkey.domain.Ulid;

/** A federated identity, as people and programs of ours refer to it. */
public record IdentityId(String value) {
  public IdentityId {
    Ulid.require("identityId", value);
  }
}
