package dev.latchkey.application.emailchange;

import dev.latchkey.application.domainclaim.AccountProof;
import dev.latchkey.application.member.LastOwner;
import dev.latchkey.application.member.Owners;
import dev.latchkey.application.organization.Memberships;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.domainclaim.DomainName;
import dev.latchkey.domain.organization.OrganizationId;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keeps the address by which the last owner gets into an organization that demands single sign-on, inside the running
 * unit of work: whom the identity provider does not know yet is recognized by the domain of the address.
 */
public final class OwnersAddress {
  private final Memberships memberships;
  private final Owners owners;
  private final LastOwner lastOwner;
  private final AccountProof proof;

  public OwnersAddress(Memberships memberships, Owners owners, LastOwner lastOwner, AccountProof proof) {
    this.memberships = memberships;
    this.owners = owners;
    this.lastOwner = lastOwner;
    this.proof = proof;
  }

  /**
   * Holds the person's organizations, before any account is held. Everybody takes them in the same order: two people who
   * have several in common must not wait for each other.
   */
  void hold(UserId person) {
    organizations(person).sorted(Comparator.comparing(OrganizationId::value)).forEach(owners::hold);
  }

  /** Whether another address would leave an organization to nobody who gets in; a guess unless they are held. */
  boolean hasToStay(UserId person, EmailAddress wanted) {
    return organizations(person).anyMatch(organization -> hasToStay(organization, person, wanted));
  }

  private Stream<OrganizationId> organizations(UserId person) {
    return memberships.placesOf(person).stream().map(place -> place.organization().id());
  }

  private boolean hasToStay(OrganizationId organization, UserId person, EmailAddress wanted) {
    Optional<DomainName> ownDomain =
        Optional.of(DomainName.of(wanted)).filter(domain -> proof.isVouchedBy(organization, wanted));
    return lastOwner.isLostByMoving(organization, person, ownDomain);
  }
}
