package dev.latchkey.application.social;

import dev.latchkey.application.Ids;
import dev.latchkey.application.account.Users;
import dev.latchkey.application.domainclaim.AutoJoining;
import dev.latchkey.application.sso.SocialIdentities;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.PersonName;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.domainclaim.DomainName;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.policy.Reason;
import dev.latchkey.domain.session.SignedIn;
import dev.latchkey.domain.signin.SignInForecast;
import dev.latchkey.domain.social.SocialAdmission;
import dev.latchkey.domain.social.SocialAdmission.Verdict;
import dev.latchkey.domain.social.SocialArrival;
import dev.latchkey.domain.social.SocialClients;
import dev.latchkey.domain.social.SocialIdentity;
import dev.latchkey.domain.social.SocialPolicy;
import dev.latchkey.domain.social.SocialProvider;
import dev.latchkey.domain.sso.FederatedSubject;
import dev.latchkey.domain.sso.OidcIdentity;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Tells what would come of a sign-in in which a provider of the deployment vouches for an address, by the decision that a
 * real one takes. Changes nothing; inside the running unit of work.
 */
public final class SocialForesight {
  private final SocialArrivals arrivals;
  private final SocialIdentities identities;
  private final SocialClients clients;
  private final Users users;
  private final AutoJoining joining;
  private final Ids ids;

  public SocialForesight(SocialArrivals arrivals, SocialIdentities identities, SocialClients clients, Users users,
      AutoJoining joining, Ids ids) {
    this.arrivals = arrivals;
    this.identities = identities;
    this.clients = clients;
    this.users = users;
    this.joining = joining;
    this.ids = ids;
  }

  public SignInForecast of(Organization organization, EmailAddress email, Instant now) {
    return clients.offered().stream().findFirst().map(first -> judge(organization, email, first, now))
        .orElseGet(() -> SignInForecast.refused(
            List.of(Reason.failed("provider-offered", "This deployment offers no such provider."))));
  }

  private SignInForecast judge(Organization organization, EmailAddress email, SocialProvider first, Instant now) {
    Optional<SocialIdentity> before = users.findByEmail(email).map(User::id).map(identities::of).orElse(List.of())
        .stream().filter(clients::leadsIn).findFirst();
    SocialArrival arrival =
        arrivals.of(before.map(SocialIdentity::provider).orElse(first), named(before, email)).arrival();
    // Whoever is no member and won't be one by it has no account as far as the organization is concerned.
    return place(organization, email, arrival, now)
        .map(place -> judge(SocialPolicy.decide(arrival.in(organization.id())), arrival, place, now))
        .orElseGet(SignInForecast::ofNobody);
  }

  private static SignInForecast judge(SocialAdmission admission, SocialArrival arrival, SignedIn.Place place,
      Instant now) {
    boolean mfaEnrolled = arrival.linked().or(arrival::account).filter(User::mfaEnrolled).isPresent();
    return switch (admission.verdict()) {
      case Verdict.Refuse refuse -> SignInForecast.refused(admission.chain());
      case Verdict.DemandSso demand -> SignInForecast.ssoRequired(admission.chain());
      case Verdict.Enter enter -> SignInForecast.bySocial(admission.chain(), mfaEnrolled, place, now);
      case Verdict.Claim claim -> SignInForecast.bySocial(admission.chain(), mfaEnrolled, place, now);
      case Verdict.Create create -> SignInForecast.bySocial(admission.chain(), mfaEnrolled, place, now);
    };
  }

  /** As the provider would name the person: the way it did before, or else as somebody whom it has never named. */
  private static OidcIdentity named(Optional<SocialIdentity> before, EmailAddress email) {
    return new OidcIdentity(
        before.map(SocialIdentity::subject)
            .orElseGet(() -> new FederatedSubject("https://never.named.example", email.value())),
        Optional.of(email), true, Optional.empty(), Optional.empty(), Optional.of(DomainName.of(email)));
  }

  /** Where the person is a member, or becomes one by proving the address. */
  private Optional<SignedIn.Place> place(Organization organization, EmailAddress email, SocialArrival arrival,
      Instant now) {
    User person = arrival.linked().or(arrival::account).orElseGet(() -> User.withoutCredential(
        new UserId(ids.next()), email, new PersonName(email.localPart()), Locale.ENGLISH, now));
    return arrival.in(organization.id()).places().stream().findFirst()
        .or(() -> joining.membershipOf(person, arrival.places())
            .filter(it -> it.organizationId().equals(organization.id()))
            .map(it -> new SignedIn.Place(organization, it, false)));
  }
}
