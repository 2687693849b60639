package dev.latchkey.domain.organization;

import dev.latchkey.domain.Ulid;

/** A user in an organization. */
public record MembershipId(String value) {
  public MembershipId {
    Ulid.require("memberId", value);
  }
}
