package dev.latchkey.application.history;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.account.Users;
import dev.latchkey.application.domainclaim.AutoJoining;
import dev.latchkey.application.federation.SsoForesight;
import dev.latchkey.application.organization.Entrance;
import dev.latchkey.application.organization.Memberships;
import dev.latchkey.application.passkey.Passkeys;
import dev.latchkey.application.social.SocialForesight;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.policy.Actor;
import dev.latchkey.domain.policy.Admission;
import dev.latchkey.domain.policy.Denial;
import dev.latchkey.domain.policy.Permission;
import dev.latchkey.domain.session.SignedIn;
import dev.latchkey.domain.signin.SignInForecast;
import dev.latchkey.domain.signin.SignInMethod;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/**
 * Tells owners and admins what would come of a sign-in, by the rules that judge a real one. Changes nothing, and looks at
 * nothing that doesn't concern their organization: to it, whoever doesn't belong to it has no account.
 */
public final class ForeseeSignIn {
  private final Entrance entrance;
  private final Users users;
  private final Memberships memberships;
  private final Passkeys passkeys;
  private final AutoJoining joining;
  private final SsoForesight sso;
  private final SocialForesight social;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  public ForeseeSignIn(Entrance entrance, Users users, Memberships memberships, Passkeys passkeys, AutoJoining joining,
      SsoForesight sso, SocialForesight social, UnitOfWork unitOfWork, InstantSource clock) {
    this.entrance = entrance;
    this.users = users;
    this.memberships = memberships;
    this.passkeys = passkeys;
    this.joining = joining;
    this.sso = sso;
    this.social = social;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  public Outcome foresee(Query query) {
    return unitOfWork.run(() -> switch (entrance.admit(query.actor(), query.organization(), Permission.READ_AUDIT)) {
      case Admission.Admitted admitted -> new Outcome.Foreseen(admitted.place(),
          judge(query, admitted.place().organization()));
      case Admission.Denied denied -> new Outcome.Denied(denied.denial());
    });
  }

  private SignInForecast judge(Query query, Organization organization) {
    Instant now = clock.instant();
    Optional<User> user = users.findByEmail(query.email());
    Optional<SignedIn.Place> place = user.flatMap(it -> memberships.place(organization.id(), it.id()));
    return switch (query.method()) {
      case PASSWORD -> ofMember(place, it -> SignInForecast.byPassword(user.orElseThrow(), it, now));
      case MAGIC_LINK -> ofMember(place.or(() -> user.flatMap(it -> joining(it, organization))),
          it -> SignInForecast.byMagicLink(user.orElseThrow(), it, now));
      case PASSKEY -> ofMember(place, it -> SignInForecast.byPasskey(user.orElseThrow(),
          passkeys.of(user.orElseThrow().id()), it, now));
      case SOCIAL -> social.of(organization, query.email(), now);
      case SSO -> sso.of(organization, query.email(), now);
    };
  }

  /** Who signs in without the organization's word has to be its member already. */
  private static SignInForecast ofMember(Optional<SignedIn.Place> place,
      Function<SignedIn.Place, SignInForecast> forecast) {
    return place.map(forecast).orElseGet(SignInForecast::ofNobody);
  }

  /** The place of somebody who belongs nowhere and would join by proving the address. */
  private Optional<SignedIn.Place> joining(User user, Organization organization) {
    return joining.membershipOf(user, memberships.placesOf(user.id()))
        .filter(it -> it.organizationId().equals(organization.id()))
        .map(it -> new SignedIn.Place(organization, it, false));
  }

  /** Who would sign in how, and who wants to know. */
  public record Query(Actor actor, OrganizationId organization, EmailAddress email, SignInMethod method) {}

  /** What came of it. */
  public sealed interface Outcome {
    record Foreseen(SignedIn.Place place, SignInForecast forecast) implements Outcome {}

    record Denied(Denial denial) implements Outcome {}
  }
}
