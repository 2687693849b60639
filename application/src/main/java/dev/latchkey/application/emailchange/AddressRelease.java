package dev.latchkey.application.emailchange;

import dev.latchkey.application.account.AccountOpening;
import dev.latchkey.application.account.Users;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.member.Members;
import dev.latchkey.application.organization.Memberships;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.policy.Reason;
import dev.latchkey.domain.session.SignedIn;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lets an account that others entered by hand and nobody has ever used give its address to whoever has just proven it,
 * inside the running unit of work. The mover has an account of their own, so what was entered goes away, and with it its
 * memberships: nobody who has an account becomes a member without agreeing. The organizations find that in their audit.
 */
public final class AddressRelease {
  private final AccountOpening accounts;
  private final Users users;
  private final Memberships memberships;
  private final Members members;
  private final AuditTrail audit;

  public AddressRelease(AccountOpening accounts, Users users, Memberships memberships, Members members,
      AuditTrail audit) {
    this.accounts = accounts;
    this.users = users;
    this.memberships = memberships;
    this.members = members;
    this.audit = audit;
  }

  /** Whether the address is somebody's. */
  boolean isTaken(EmailAddress address) {
    return accounts.inUse(address).isPresent();
  }

  /** @return whether the address is free now */
  boolean release(EmailAddress proven) {
    Optional<User> holder = users.findByEmail(proven);
    if (holder.isEmpty()) {
      return true;
    }
    users.hold(holder.get().id());
    if (isTaken(proven)) {
      return false;
    }
    memberships.placesOf(holder.get().id()).stream().map(SignedIn.Place::membership)
        .forEach(membership -> end(membership, proven));
    users.remove(holder.get().id());
    return true;
  }

  /** Who it was and from where is nothing to organizations in which they are no member. */
  private void end(Membership membership, EmailAddress proven) {
    members.remove(membership.organizationId(), membership.id());
    audit.append(AuditTrail.Entry.success(AuditAction.MEMBER_REMOVED, Origin.ofItself("change of address"))
        .in(membership.organizationId())
        .because(List.of(Reason.failed("address-unclaimed", "It belongs to an account that is in use.")))
        .with(Map.of("member", membership.id().value(), "email", proven.value(), "role", membership.role().name())));
  }
}
