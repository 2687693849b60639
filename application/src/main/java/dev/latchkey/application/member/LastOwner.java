package dev.latchkey.application.member;

import dev.latchkey.application.organization.Organizations;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.domainclaim.DomainName;
import dev.latchkey.domain.organization.AuthenticationRequirement;
import dev.latchkey.domain.organization.Member;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.policy.OwnerAccess;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Tells whether a change would leave an organization to nobody who gets in. It works inside the running unit of work, and
 * with the organization held: of two requests at once the second sees what the first has left.
 */
public final class LastOwner {
  private final Owners owners;
  private final Organizations organizations;
  private final InstantSource clock;

  public LastOwner(Owners owners, Organizations organizations, InstantSource clock) {
    this.owners = owners;
    this.organizations = organizations;
    this.clock = clock;
  }

  /** Whether a change of a member does; the organization is held already. */
  boolean isLostWith(Member before, Optional<Member> after) {
    Optional<Membership> remains = after.map(Member::membership).filter(Membership::isActiveOwner);
    return isLost(before.membership().organizationId(), before.membership().userId(),
        owner -> remains.map(owner::as));
  }

  /** Whether unlinking somebody from the identity provider does. Holds the organization. */
  public boolean isLostByUnlinking(OrganizationId organization, UserId person) {
    owners.hold(organization);
    return isShutOut(organization, owner -> owner.userId().equals(person) ? owner.unlinked() : owner);
  }

  /**
   * Whether another address of somebody does; to rely on it, hold the organization before.
   *
   * @param ownDomain the domain of that address, if the organization has verified it and may rely on it
   */
  public boolean isLostByMoving(OrganizationId organization, UserId person, Optional<DomainName> ownDomain) {
    return isShutOut(organization, owner -> owner.userId().equals(person) ? owner.movedTo(ownDomain) : owner);
  }

  /** Whether giving a domain up does; the organization is held already. */
  public boolean isLostWithout(OrganizationId organization, DomainName domain) {
    return isShutOut(organization, owner -> owner.without(domain));
  }

  private boolean isShutOut(OrganizationId organization, UnaryOperator<OwnerAccess> change) {
    List<OwnerAccess> before = owners.active(organization, clock.instant());
    return OwnerAccess.isShutOut(before, before.stream().map(change).toList(), requirement(organization));
  }

  private boolean isLost(OrganizationId organization, UserId person,
      Function<OwnerAccess, Optional<OwnerAccess>> change) {
    List<OwnerAccess> before = owners.active(organization, clock.instant());
    List<OwnerAccess> after = before.stream()
        .flatMap(it -> it.userId().equals(person) ? change.apply(it).stream() : Stream.of(it)).toList();
    return before.stream().anyMatch(it -> it.userId().equals(person))
        && OwnerAccess.isLost(before, after, requirement(organization));
  }

  private AuthenticationRequirement requirement(OrganizationId organization) {
    return organizations.find(organization).map(Organization::requirement).orElseThrow();
  }
}
