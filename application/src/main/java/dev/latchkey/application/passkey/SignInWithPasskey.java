package dev.latchkey.application.passkey;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.account.Users;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.guessing.GuessLimit;
import dev.latchkey.application.organization.Memberships;
import dev.latchkey.application.passkey.PasskeyCheck.Checked;
import dev.latchkey.application.session.SessionOpening;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.organization.Slug;
import dev.latchkey.domain.session.Browser;
import dev.latchkey.domain.session.Proof;
import dev.latchkey.domain.session.SignedIn;
import dev.latchkey.domain.signin.GuessKey;
import dev.latchkey.domain.signin.SignInDecision;
import dev.latchkey.domain.signin.SignInPolicy;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Signs a person in by what one of their passkeys signed. */
public final class SignInWithPasskey {
  private final PasskeyCheck check;
  private final Users users;
  private final Memberships memberships;
  private final GuessLimit guesses;
  private final SessionOpening sessions;
  private final AuditTrail audit;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  public SignInWithPasskey(PasskeyCheck check, Users users, Memberships memberships, GuessLimit guesses,
      SessionOpening sessions, AuditTrail audit, UnitOfWork unitOfWork, InstantSource clock) {
    this.check = check;
    this.users = users;
    this.memberships = memberships;
    this.guesses = guesses;
    this.sessions = sessions;
    this.audit = audit;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  public Outcome signIn(Command command) {
    return unitOfWork.run(() -> {
      Instant now = clock.instant();
      return switch (check.check(command.answer(), now)) {
        case Checked.Refused refused -> {
          decide(command, refused.owner().flatMap(users::find), List.of(), Optional.of(refused.reason()));
          yield new Outcome.Refused();
        }
        case Checked.Proven proven -> {
          Optional<User> owner = users.find(proven.passkey().user());
          List<SignedIn.Place> places = memberships.placesOf(proven.passkey().user());
          SignInDecision decision = decide(command, owner, places, Optional.empty());
          yield switch (decision.verdict()) {
            case REFUSED, TOO_MANY_TRIES -> new Outcome.Refused();
            case SSO_REQUIRED -> new Outcome.SsoRequired(decision.ssoOrganization().orElseThrow());
            case SIGNED_IN -> open(owner.orElseThrow(), places, proven.proof(), command);
          };
        }
      };
    });
  }

  private SignInDecision decide(Command command, Optional<User> owner, List<SignedIn.Place> places,
      Optional<String> refused) {
    SignInDecision decision = SignInPolicy.byPasskey(owner, refused, places);
    audit.append((decision.verdict() == SignInDecision.Verdict.SIGNED_IN
        ? AuditTrail.Entry.success(AuditAction.SIGN_IN, command.origin())
        : AuditTrail.Entry.refused(AuditAction.SIGN_IN, command.origin())).by(decision.user())
        .because(decision.chain()).with(Map.of("method", "passkey")));
    return decision;
  }

  private Outcome open(User user, List<SignedIn.Place> places, Proof.Passkey proof, Command command) {
    // Strangers' guesses at the password don't count any more; those at the second factor do.
    guesses.forgive(GuessKey.of(user.email()));
    return new Outcome.SignedIn(sessions.open(user, places, proof, command.browser(), command.origin()));
  }

  /** What a passkey signed, and in which browser. */
  public record Command(AssertionAnswer answer, Browser browser, Origin origin) {}

  /** What came of it. */
  public sealed interface Outcome {
    record SignedIn(SessionOpening.Opened opened) implements Outcome {}

    /** Challenge, passkey or signature is no good, or the person has no access: deliberately one answer. */
    record Refused() implements Outcome {}

    record SsoRequired(Slug organization) implements Outcome {}
  }
}
