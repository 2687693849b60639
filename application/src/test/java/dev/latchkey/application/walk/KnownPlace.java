package dev.latchkey.application.walk;

import dev.latchkey.domain.organization.MembershipStatus;
import dev.latchkey.domain.organization.Role;

/** A person's part in an organization. */
final class KnownPlace {
  Role role;
  MembershipStatus status = MembershipStatus.ACTIVE;
  boolean breakGlass;

  KnownPlace(Role role, boolean breakGlass) {
    this.role = role;
    this.breakGlass = breakGlass;
  }

  boolean isActive() {
    return status == MembershipStatus.ACTIVE;
  }
}
