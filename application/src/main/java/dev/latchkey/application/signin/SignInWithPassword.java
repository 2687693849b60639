package dev.latchkey.application.signin;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.account.Users;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.guessing.GuessLimit;
import dev.latchkey.application.organization.Memberships;
import dev.latchkey.application.session.SessionOpening;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.PasswordHash;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.organization.Slug;
import dev.latchkey.domain.session.Browser;
import dev.latchkey.domain.session.Proof;
import dev.latchkey.domain.session.SignedIn;
import dev.latchkey.domain.signin.GuessKey;
import dev.latchkey.domain.signin.Password;
import dev.latchkey.domain.signin.SignInDecision;
import dev.latchkey.domain.signin.SignInPolicy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Signs a person in by address and password. Unknown addresses, wrong passwords and people without access are told
 * apart in the audit only: same answer, same work.
 */
public final class SignInWithPassword {
  private final Users users;
  private final Memberships memberships;
  private final GuessLimit guesses;
  private final PasswordHasher hasher;
  private final SessionOpening sessions;
  private final AuditTrail audit;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  public SignInWithPassword(Users users, Memberships memberships, GuessLimit guesses, PasswordHasher hasher,
      SessionOpening sessions, AuditTrail audit, UnitOfWork unitOfWork, InstantSource clock) {
    this.users = users;
    this.memberships = memberships;
    this.guesses = guesses;
    this.hasher = hasher;
    this.sessions = sessions;
    this.audit = audit;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  public Outcome signIn(Command command) {
    Attempt attempt = unitOfWork.run(() -> begin(command));
    if (attempt.pause().isPresent()) {
      return new Outcome.TooManyTries(attempt.pause().get());
    }
    // Between the two transactions: hashing takes a third of a second and must not hold a connection.
    Optional<PasswordHash> stored = attempt.user().flatMap(User::password);
    boolean matches = hasher.matches(command.password(), stored);
    Optional<PasswordHash> stronger = matches && stored.filter(hasher::isOutdated).isPresent()
        ? Optional.of(hasher.hash(command.password()))
        : Optional.empty();
    return unitOfWork.run(() -> finish(command, attempt, matches, stronger));
  }

  private Attempt begin(Command command) {
    Optional<User> user = users.findByEmail(command.email());
    GuessKey key = guesses.keyFor(command.email(), user, command.browser().hash());
    Optional<Duration> wait = guesses.count(key);
    if (wait.isPresent()) {
      SignInDecision.Chain chain = new SignInDecision.Chain();
      chain.rule("guesses-within-limit", false, "Too many wrong passwords; try again in " + wait.get() + ".");
      record(command, chain.decide(SignInDecision.Verdict.TOO_MANY_TRIES, user.map(User::id)));
    }
    return new Attempt(user, key, wait);
  }

  private Outcome finish(Command command, Attempt attempt, boolean matches, Optional<PasswordHash> stronger) {
    // Read again: the password may have been changed while this one was being hashed.
    Optional<User> user = attempt.user().flatMap(before -> users.find(before.id()))
        .filter(now -> now.password().equals(attempt.user().flatMap(User::password)));
    List<SignedIn.Place> places = user.map(found -> memberships.placesOf(found.id())).orElse(List.of());
    SignInDecision decision = SignInPolicy.byPassword(user, matches, places, command.organization());
    record(command, decision);
    return switch (decision.verdict()) {
      case REFUSED, TOO_MANY_TRIES -> new Outcome.Refused();
      case SSO_REQUIRED -> {
        guesses.forgive(attempt.key());
        yield new Outcome.SsoRequired(decision.ssoOrganization().orElseThrow());
      }
      case SIGNED_IN -> {
        User signedIn = user.orElseThrow();
        guesses.forgive(attempt.key());
        stronger.ifPresent(hash -> users.save(signedIn.rehashed(hash)));
        yield new Outcome.SignedIn(sessions.open(signedIn, places, new Proof.Password(clock.instant()),
            command.browser(), command.origin()));
      }
    };
  }

  private void record(Command command, SignInDecision decision) {
    AuditTrail.Entry entry = decision.verdict() == SignInDecision.Verdict.SIGNED_IN
        ? AuditTrail.Entry.success(AuditAction.SIGN_IN, command.origin())
        : AuditTrail.Entry.refused(AuditAction.SIGN_IN, command.origin());
    audit.append(entry.by(decision.user()).because(decision.chain())
        .with(Map.of("email", command.email().value(), "method", "password")));
  }

  private record Attempt(Optional<User> user, GuessKey key, Optional<Duration> pause) {}

  /**
   * Who wants to sign in.
   *
   * @param organization where they want to go, if they said so
   */
  public record Command(EmailAddress email, Password password, Optional<Slug> organization,
      Browser browser, Origin origin) {}

  /** What came of it. */
  public sealed interface Outcome {
    record SignedIn(SessionOpening.Opened opened) implements Outcome {}

    /** Unknown address, wrong password or no access any more: deliberately one answer. */
    record Refused() implements Outcome {}

    /** The password was right, but the organization wants its own identity provider. */
    record SsoRequired(Slug organization) implements Outcome {}

    record TooManyTries(Duration retryAfter) implements Outcome {}
  }
}
