package dev.latchkey.application.history;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.account.Users;
import dev.latchkey.application.federation.SocialOutlook;
import dev.latchkey.application.member.Members;
import dev.latchkey.application.organization.Entrance;
import dev.latchkey.application.organization.Memberships;
import dev.latchkey.application.passkey.Passkeys;
import dev.latchkey.application.policy.Standings;
import dev.latchkey.application.sso.SsoConnections;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.policy.Actor;
import dev.latchkey.domain.policy.Admission;
import dev.latchkey.domain.policy.Denial;
import dev.latchkey.domain.policy.Permission;
import dev.latchkey.domain.policy.SsoStanding;
import dev.latchkey.domain.session.SignedIn;
import dev.latchkey.domain.signin.SignInForecast;
import dev.latchkey.domain.signin.SignInMethod;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Tells owners and admins what would come of a sign-in, by the rules that judge a real one. Changes nothing, and looks at
 * nothing that doesn't concern their organization: to it, whoever doesn't belong to it has no account.
 */
public final class ForeseeSignIn {
  private final Entrance entrance;
  private final Users users;
  private final Memberships memberships;
  private final Passkeys passkeys;
  private final Members members;
  private final SsoConnections connections;
  private final Standings standings;
  private final SocialOutlook social;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  public ForeseeSignIn(Entrance entrance, Users users, Memberships memberships, Passkeys passkeys, Members members,
      SsoConnections connections, Standings standings, SocialOutlook social, UnitOfWork unitOfWork,
      InstantSource clock) {
    this.entrance = entrance;
    this.users = users;
    this.memberships = memberships;
    this.passkeys = passkeys;
    this.members = members;
    this.connections = connections;
    this.standings = standings;
    this.social = social;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  public Outcome foresee(Query query) {
    return unitOfWork.run(() -> switch (entrance.admit(query.actor(), query.organization(), Permission.READ_AUDIT)) {
      case Admission.Admitted admitted -> new Outcome.Foreseen(admitted.place(), judge(query));
      case Admission.Denied denied -> new Outcome.Denied(denied.denial());
    });
  }

  private SignInForecast judge(Query query) {
    Optional<User> user = users.findByEmail(query.email());
    Optional<SignedIn.Place> place = user.flatMap(it -> memberships.place(query.organization(), it.id()));
    return place.map(it -> judge(query.method(), user.orElseThrow(), it)).orElseGet(SignInForecast::ofNobody);
  }

  private SignInForecast judge(SignInMethod method, User user, SignedIn.Place place) {
    Instant now = clock.instant();
    return switch (method) {
      case PASSWORD -> SignInForecast.byPassword(user, place, now);
      case MAGIC_LINK -> SignInForecast.byMagicLink(user, place, now);
      case PASSKEY -> SignInForecast.byPasskey(user, !passkeys.of(user.id()).isEmpty(), place, now);
      case SOCIAL -> SignInForecast.bySocial(user, social.obstacle(user), place, now);
      case SSO -> bySso(user, place, now);
    };
  }

  /** As if the identity provider named the person by the address that they sign in with here, and vouched for it. */
  private SignInForecast bySso(User user, SignedIn.Place place, Instant now) {
    OrganizationId organization = place.organization().id();
    SsoStanding standing = connections.find(organization).isEmpty()
        ? SsoStanding.NONE
        : members.find(organization, place.membership().id()).map(standings.in(organization))
            .orElse(SsoStanding.NONE);
    return SignInForecast.bySso(user, standing, place, now);
  }

  /** Who would sign in how, and who wants to know. */
  public record Query(Actor actor, OrganizationId organization, EmailAddress email, SignInMethod method) {}

  /** What came of it. */
  public sealed interface Outcome {
    record Foreseen(SignedIn.Place place, SignInForecast forecast) implements Outcome {}

    record Denied(Denial denial) implements Outcome {}
  }
}
