package dev.latchkey.application.domainclaim;

import dev.latchkey.application.Ids;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.member.Removals;
import dev.latchkey.application.organization.Memberships;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.domainclaim.DomainName;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.organization.MembershipId;
import dev.latchkey.domain.organization.MembershipSource;
import dev.latchkey.domain.session.SignedIn;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Brings somebody into the organization that their address belongs to, inside the running unit of work. */
public final class AutoJoining {
  private final VerifiedDomains verified;
  private final Memberships memberships;
  private final Removals removals;
  private final AuditTrail audit;
  private final Ids ids;
  private final InstantSource clock;

  public AutoJoining(VerifiedDomains verified, Memberships memberships, Removals removals, AuditTrail audit, Ids ids,
      InstantSource clock) {
    this.verified = verified;
    this.memberships = memberships;
    this.removals = removals;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Lets a person join who has just proven their address and belongs to no organization, if the one that has their domain
   * verified wants that. Whom it has removed or rejected stays outside.
   *
   * @param places all organizations of that person, whatever the membership's status
   * @return the same afterwards
   */
  public List<SignedIn.Place> join(User proven, List<SignedIn.Place> places, Origin origin) {
    Optional<Membership> membership = membershipOf(proven, places);
    if (membership.isEmpty()) {
      return places;
    }
    add(proven, membership.get(), origin);
    return memberships.placesOf(proven.id());
  }

  /** What {@link #join} would add. */
  public Optional<Membership> membershipOf(User proven, List<SignedIn.Place> places) {
    if (!places.isEmpty()) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    return verified.holder(DomainName.of(proven.email()))
        .filter(domain -> !removals.isRemembered(domain.organizationId(), proven.id()))
        .flatMap(domain -> domain.welcomesAs(now).map(status -> Membership.asked(new MembershipId(ids.next()),
            domain.organizationId(), proven.id(), status, MembershipSource.AUTOJOIN, now)));
  }

  private void add(User user, Membership membership, Origin origin) {
    memberships.add(membership);
    audit.append(AuditTrail.Entry.success(AuditAction.MEMBER_JOINED, origin).by(user.id())
        .in(membership.organizationId()).with(Map.of("member", membership.id().value(), "email", user.email().value(),
            "domain", DomainName.of(user.email()).value(), "status", membership.status().name())));
  }
}
