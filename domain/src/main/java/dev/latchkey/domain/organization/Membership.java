package dev.latchkey.domain.organization;

import dev.latchkey.domain.account.UserId;
import java.time.Instant;

/**
 * A user in an organization.
 *
 * @param breakGlass an owner whom enforced single sign-on does not lock out
 * @param version counts saves, so that two concurrent changes can't overwrite each other
 */
public record Membership(MembershipId id, OrganizationId organizationId, UserId userId, Role role,
    MembershipStatus status, MembershipSource source, boolean breakGlass, Instant createdAt, long version) {

  /** The membership of the person who signs an organization up: its owner, and its first way back in. */
  public static Membership ofFounder(MembershipId id, OrganizationId organization, UserId user, Instant now) {
    return new Membership(id, organization, user, Role.OWNER, MembershipStatus.ACTIVE, MembershipSource.SIGNUP, true,
        now, 0);
  }

  public boolean isActive() {
    return status == MembershipStatus.ACTIVE;
  }
}
