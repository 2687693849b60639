package dev.latchkey.application.member;

import dev.latchkey.application.organization.Memberships;
import dev.latchkey.application.organization.Organizations;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.organization.Member;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.policy.BreakGlassOwner;
import dev.latchkey.domain.session.SignedIn;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Keeps a way into organizations that demand single sign-on, for the day on which their identity provider fails. It works
 * inside the running unit of work, and with the organization held: of two requests at once the second sees what the first
 * has left.
 */
public final class BreakGlass {
  private final Owners owners;
  private final Memberships memberships;
  private final Organizations organizations;

  public BreakGlass(Owners owners, Memberships memberships, Organizations organizations) {
    this.owners = owners;
    this.memberships = memberships;
    this.organizations = organizations;
  }

  /** Whether a change of a member takes the last way in; the organization is held already. */
  boolean losesLast(Member before, Optional<Member> after) {
    OrganizationId organization = before.membership().organizationId();
    boolean stays = after.map(Member::membership).filter(it -> it.isActiveOwner() && it.breakGlass()).isPresent();
    return !stays && organizations.find(organization).filter(it -> it.requirement().demandsSso()).isPresent()
        && BreakGlassOwner.dependOn(before.membership().userId(), owners.breakGlass(organization));
  }

  /** Whether a change would make one more break-glass owner than there may be; the organization is held already. */
  boolean exceedsLimit(Member before, Member after) {
    return after.membership().breakGlass() && !before.membership().breakGlass()
        && owners.breakGlass(before.membership().organizationId()).size() >= BreakGlassOwner.MOST;
  }

  /**
   * The organization that nobody could get into any more if this person lost the password or the authenticator app. Call
   * it before anything else is changed: it holds the organizations that may depend on the person.
   */
  public Optional<Organization> dependingOn(UserId person) {
    List<OrganizationId> candidates = memberships.placesOf(person).stream().map(SignedIn.Place::membership)
        .filter(it -> it.isActiveOwner() && it.breakGlass()).map(it -> it.organizationId())
        .sorted(Comparator.comparing(OrganizationId::value)).toList();
    // In one order, so that two of these never wait for each other.
    candidates.forEach(owners::hold);
    return candidates.stream().flatMap(id -> memberships.place(id, person).stream()).map(SignedIn.Place::organization)
        .filter(it -> it.requirement().demandsSso())
        .filter(it -> BreakGlassOwner.dependOn(person, owners.breakGlass(it.id()))).findFirst();
  }
}
