package dev.latchkey.application.federation;

import dev.latchkey.application.account.AccountOpening;
import dev.latchkey.application.account.Users;
import dev.latchkey.application.domainclaim.VerifiedDomains;
import dev.latchkey.application.guessing.KnownAddresses;
import dev.latchkey.application.invitation.InvitationLinks;
import dev.latchkey.application.invitation.OpenInvitations;
import dev.latchkey.application.member.Removals;
import dev.latchkey.application.organization.Memberships;
import dev.latchkey.application.sso.FederatedIdentities;
import dev.latchkey.application.sso.JustInTime;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.domainclaim.DomainName;
import dev.latchkey.domain.federation.Arrival;
import dev.latchkey.domain.federation.SsoAdmission;
import dev.latchkey.domain.invitation.Invitation;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.sso.FederatedIdentity;
import dev.latchkey.domain.sso.FederatedSubject;
import dev.latchkey.domain.sso.JitSettings;
import dev.latchkey.domain.sso.OidcIdentity;
import dev.latchkey.domain.sso.SsoConnection;
import dev.latchkey.domain.sso.SsoRoundTrip;
import java.time.Instant;
import java.util.Optional;

/** Collects what is known of somebody whom an identity provider has named, inside the running unit of work. */
public final class SsoArrivals {
  private final FederatedIdentities identities;
  private final Users users;
  private final AccountOpening accounts;
  private final Memberships memberships;
  private final Removals removals;
  private final VerifiedDomains domains;
  private final InvitationLinks links;
  private final OpenInvitations invitations;
  private final JustInTime justInTime;
  private final KnownAddresses known;

  public SsoArrivals(FederatedIdentities identities, Users users, AccountOpening accounts,
      Memberships memberships, Removals removals, VerifiedDomains domains, InvitationLinks links,
      OpenInvitations invitations, JustInTime justInTime, KnownAddresses known) {
    this.identities = identities;
    this.users = users;
    this.accounts = accounts;
    this.memberships = memberships;
    this.removals = removals;
    this.domains = domains;
    this.links = links;
    this.invitations = invitations;
    this.justInTime = justInTime;
    this.known = known;
  }

  Known of(SsoRoundTrip trip, SsoConnection connection, OidcIdentity identity, Instant now) {
    return of(connection, identity, mailed(trip).filter(it -> identity.email().filter(it.email()::equals).isPresent()
        || identity.email().isEmpty()), true, now);
  }

  /** Counts what the organization learns of other people's accounts by how somebody is judged. */
  void learned(Known who, SsoAdmission admission) {
    if (admission.tellsOfAccount()) {
      known.comeUpon(who.arrival().organization(), who.arrival().address().orElseThrow());
    }
  }

  /** @param mailed the invitation by whose link the person came */
  Known of(SsoConnection connection, OidcIdentity identity, Optional<Invitation> mailed, Instant now) {
    return of(connection, identity, mailed, false, now);
  }

  private Known of(SsoConnection connection, OidcIdentity identity, Optional<Invitation> mailed, boolean arriving,
      Instant now) {
    OrganizationId organization = connection.organizationId();
    Optional<FederatedIdentity> bound = arriving
        ? held(organization, identity.subject())
        : identities.find(organization, identity.subject());
    Optional<User> linked = bound.flatMap(it -> users.find(it.userId()));
    Optional<EmailAddress> address = identity.email().or(() -> mailed.map(Invitation::email));
    Optional<User> account = linked.isPresent()
        ? Optional.empty()
        : address.flatMap(users::findByEmail).flatMap(it -> arriving ? held(it) : Optional.of(it));
    JitSettings jit = justInTime.of(organization);
    boolean discreet = arriving && jit.enabled() && linked.isEmpty() && known.areMany(organization);
    Optional<User> person = linked.or(() -> account);
    return new Known(bound, new Arrival(organization, connection.client().provider(), identity, linked, account,
        account.isPresent() && accounts.inUse(account.get().email()).isEmpty(),
        person.flatMap(it -> memberships.find(organization, it.id())),
        person.filter(it -> removals.isRemembered(organization, it.id())).isPresent(),
        address.map(DomainName::of).flatMap(domains::holder),
        mailed.or(() -> address.flatMap(it -> invitations.of(organization, it, now))), mailed.isPresent(),
        discreet, jit, now));
  }

  /** Read again once its account is held: the account's owner may just have come, or taken it away. */
  private Optional<FederatedIdentity> held(OrganizationId organization, FederatedSubject subject) {
    Optional<FederatedIdentity> found = identities.find(organization, subject);
    found.ifPresent(it -> users.hold(it.userId()));
    return found.isPresent() ? identities.find(organization, subject) : found;
  }

  private Optional<User> held(User account) {
    users.hold(account.id());
    return users.find(account.id()).filter(it -> it.email().equals(account.email()));
  }

  /** The invitation by whose link the person came, if it is still good and this organization's. */
  private Optional<Invitation> mailed(SsoRoundTrip trip) {
    return trip.invitation().map(links::open)
        .flatMap(link -> link instanceof InvitationLinks.Link.Good good
            ? Optional.of(good.invitation())
            : Optional.empty())
        .filter(it -> it.organizationId().equals(trip.organization()));
  }

  /** @param bound the identity as it was bound, if it was */
  record Known(Optional<FederatedIdentity> bound, Arrival arrival) {
    /** Whether the person has shown that the account's address is theirs, by the link that was mailed there. */
    boolean proves(User account) {
      return arrival.mailed() && arrival.invitation().filter(it -> it.email().equals(account.email())).isPresent();
    }
  }
}
