package dev.latchkey.domain.organization;

import dev.latchkey.domain.InvalidValue;
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

  /** A membership that opens the organization at once, however it came about. */
  public static Membership joined(MembershipId id, OrganizationId organization, UserId user, Role role,
      MembershipSource source, Instant now) {
    return new Membership(id, organization, user, role, MembershipStatus.ACTIVE, source, false, now, 0);
  }

  /** A membership of somebody who may come in: at once, or as soon as somebody approves. */
  public static Membership asked(MembershipId id, OrganizationId organization, UserId user, MembershipStatus status,
      MembershipSource source, Instant now) {
    return new Membership(id, organization, user, Role.AGENT, status, source, false, now, 0);
  }

  public boolean isActive() {
    return status == MembershipStatus.ACTIVE;
  }

  public boolean isActiveOwner() {
    return isActive() && role == Role.OWNER;
  }

  public boolean isPending() {
    return status == MembershipStatus.PENDING;
  }

  /** The membership in another role; whoever is no owner any more is no break-glass owner either. */
  public Membership withRole(Role newRole) {
    return with(newRole, status, breakGlass && newRole == Role.OWNER);
  }

  /** The membership of somebody who is shut out; role and break-glass come back with {@link #reactivated}. */
  public Membership deactivated() {
    return with(role, MembershipStatus.DEACTIVATED, breakGlass);
  }

  public Membership reactivated() {
    return with(role, MembershipStatus.ACTIVE, breakGlass);
  }

  /** @throws InvalidValue if it is to be given to somebody who is no owner */
  public Membership withBreakGlass(boolean newBreakGlass) {
    if (newBreakGlass && role != Role.OWNER) {
      throw new InvalidValue("breakGlass", "OWNERS_ONLY", "Only an owner can be a break-glass owner.");
    }
    return with(role, status, newBreakGlass);
  }

  private Membership with(Role newRole, MembershipStatus newStatus, boolean newBreakGlass) {
    return new Membership(id, organizationId, userId, newRole, newStatus, source, newBreakGlass, createdAt, version);
  }
}
