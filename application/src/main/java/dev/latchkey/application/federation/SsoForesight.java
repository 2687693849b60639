package dev.latchkey.application.federation;

import dev.latchkey.application.Ids;
import dev.latchkey.application.account.Users;
import dev.latchkey.application.sso.FederatedIdentities;
import dev.latchkey.application.sso.SsoConnections;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.domainclaim.DomainName;
import dev.latchkey.domain.federation.Arrival;
import dev.latchkey.domain.federation.SsoAdmission;
import dev.latchkey.domain.federation.SsoAdmission.Joining;
import dev.latchkey.domain.federation.SsoAdmission.Verdict;
import dev.latchkey.domain.federation.SsoPolicy;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.organization.MembershipId;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.policy.Reason;
import dev.latchkey.domain.session.SignedIn;
import dev.latchkey.domain.signin.SignInForecast;
import dev.latchkey.domain.sso.FederatedIdentity;
import dev.latchkey.domain.sso.FederatedSubject;
import dev.latchkey.domain.sso.OidcIdentity;
import dev.latchkey.domain.sso.Provider;
import dev.latchkey.domain.sso.SsoConnection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Tells what would come of a sign-in in which an organization's identity provider names an address, by the decision that a
 * real one takes. Changes nothing; inside the running unit of work.
 */
public final class SsoForesight {
  private final SsoArrivals arrivals;
  private final SsoConnections connections;
  private final FederatedIdentities identities;
  private final Users users;
  private final Ids ids;

  public SsoForesight(SsoArrivals arrivals, SsoConnections connections, FederatedIdentities identities, Users users,
      Ids ids) {
    this.arrivals = arrivals;
    this.connections = connections;
    this.identities = identities;
    this.users = users;
    this.ids = ids;
  }

  public SignInForecast of(Organization organization, EmailAddress email, Instant now) {
    return connections.find(organization.id())
        .map(connection -> judge(organization, connection, named(connection, email), now))
        .orElseGet(() -> SignInForecast.refused(
            List.of(Reason.failed("provider-connected", "The organization has no identity provider."))));
  }

  /** As the provider would name the person: the way it did before, or else as somebody whom it has never named. */
  private OidcIdentity named(SsoConnection connection, EmailAddress email) {
    Optional<FederatedSubject> before = users.findByEmail(email).map(User::id).map(identities::of).orElse(List.of())
        .stream().filter(it -> it.organizationId().equals(connection.organizationId()))
        .filter(connection::canName).map(FederatedIdentity::subject).findFirst();
    // Entra vouches for no address unless it is told to; Google names the Workspace of whoever has an account of one.
    return new OidcIdentity(
        before.orElseGet(() -> new FederatedSubject(connection.client().issuer().value(), email.value())),
        Optional.of(email), connection.client().provider() != Provider.AZURE, Optional.empty(), Optional.empty(),
        Optional.of(DomainName.of(email)));
  }

  private SignInForecast judge(Organization organization, SsoConnection connection, OidcIdentity identity,
      Instant now) {
    Arrival arrival = arrivals.of(connection, identity, Optional.empty(), now).arrival().knownHere();
    SsoAdmission admission = SsoPolicy.decide(arrival);
    Optional<Membership> membership = switch (admission.verdict()) {
      case Verdict.Refuse refuse -> Optional.empty();
      case Verdict.Enter enter -> arrival.membership();
      case Verdict.Admit admit -> admit.joining().map(it -> joined(organization, it, admit.user().id(), now))
          .or(arrival::membership);
      case Verdict.Create create -> Optional.of(joined(organization, create.joining(), new UserId(ids.next()), now));
    };
    boolean mfaEnrolled = arrival.linked().or(arrival::account).filter(User::mfaEnrolled).isPresent();
    return membership.filter(it -> !it.isPending())
        .map(it -> SignInForecast.bySso(admission.chain(), mfaEnrolled,
            new SignedIn.Place(organization, it, true), now))
        .orElseGet(() -> SignInForecast.refused(admission.chain()));
  }

  private Membership joined(Organization organization, Joining joining, UserId user, Instant now) {
    return joining.membership(new MembershipId(ids.next()), organization.id(), user, now);
  }
}
