package dev.latchkey.domain.domainclaim;

import dev.latchkey.domain.Ulid;

/** An organization's claim of a domain. */
public record DomainClaimId(String value) {
  public DomainClaimId {
    Ulid.require("domainId", value);
  }
}
