package dev.latchkey.domain.organization;

import dev.latchkey.domain.Ulid;

/** A tenant. */
public record OrganizationId(String value) {
  public OrganizationId {
    Ulid.require("organizationId", value);
  }
}
