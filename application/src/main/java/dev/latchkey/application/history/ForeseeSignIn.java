package dev.latchkey.application.history;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.account.Users;
import dev.latchkey.application.organization.Entrance;
import dev.latchkey.application.organization.Memberships;
import dev.latchkey.application.passkey.Passkeys;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.User;
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
import java.util.List;
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
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  public ForeseeSignIn(Entrance entrance, Users users, Memberships memberships, Passkeys passkeys,
      UnitOfWork unitOfWork, InstantSource clock) {
    this.entrance = entrance;
    this.users = users;
    this.memberships = memberships;
    this.passkeys = passkeys;
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
      case SSO -> SignInForecast.bySso(user, List.of(), place, now);
    };
  }

  /** Who would sign in how, and who wants to know. */
  public record Query(Actor actor, OrganizationId organization, EmailAddress email, SignInMethod method) {}

  /** What came of it. */
  public sealed interface Outcome {
    record Foreseen(SignedIn.Place place, SignInForecast forecast) implements Outcome {}

    record Denied(Denial denial) implements Outcome {}
  }
}
