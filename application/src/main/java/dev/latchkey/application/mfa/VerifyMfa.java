package dev.latchkey.application.mfa;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.guessing.GuessLimit;
import dev.latchkey.application.policy.BreakGlassAlarm;
import dev.latchkey.application.session.SessionPromotion;
import dev.latchkey.application.session.Sessions;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.mfa.SecondFactorAnswer;
import dev.latchkey.domain.policy.Reason;
import dev.latchkey.domain.session.Proof;
import dev.latchkey.domain.session.SignedIn;
import dev.latchkey.domain.signin.GuessKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Shows the second factor after the first. Tries count from session to session, but apart from wrong passwords: those
 * take no first factor, and any stranger could use up the tries of whoever has shown it. The sixth wrong one ends the
 * session, so that the first factor has to be shown again.
 */
public final class VerifyMfa {
  private static final int WRONG_TRIES = 5;

  private final SecondFactorCheck check;
  private final GuessLimit guesses;
  private final Sessions sessions;
  private final SessionPromotion promotion;
  private final BreakGlassAlarm alarm;
  private final AuditTrail audit;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  public VerifyMfa(SecondFactorCheck check, GuessLimit guesses, Sessions sessions, SessionPromotion promotion,
      BreakGlassAlarm alarm,
      AuditTrail audit, UnitOfWork unitOfWork, InstantSource clock) {
    this.check = check;
    this.guesses = guesses;
    this.sessions = sessions;
    this.promotion = promotion;
    this.alarm = alarm;
    this.audit = audit;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  public Outcome verify(Command command) {
    return unitOfWork.run(() -> decide(command));
  }

  private Outcome decide(Command command) {
    SignedIn signedIn = command.signedIn();
    Instant now = clock.instant();
    GuessKey account = GuessKey.ofSecondFactor(signedIn.person().id());
    GuessKey pending = GuessKey.of(signedIn.session().id());
    boolean lastTry = guesses.tally(pending) > WRONG_TRIES;
    Optional<Duration> wait = guesses.count(account);
    if (wait.isPresent() && !lastTry) {
      return new Outcome.TooManyTries(wait.get());
    }
    // Not looked at while it would have to wait: else every new session had a try that no count holds up.
    Optional<Proof> proof = wait.isPresent()
        ? Optional.empty()
        : check.prove(signedIn.person().id(), command.answer(), now);
    if (proof.isPresent()) {
      guesses.forgive(account);
      guesses.forgive(GuessKey.of(signedIn.person().email()));
      guesses.forgive(pending);
      audit.append(AuditTrail.Entry.success(AuditAction.MFA_VERIFIED, command.origin()).by(signedIn.person().id())
          .because(List.of(Reason.passed("second-factor-matches", proof.get().getClass().getSimpleName()))));
      SessionPromotion.Promoted promoted = promotion.add(signedIn, proof.get());
      alarm.sound(signedIn, promoted.signedIn(), command.origin());
      return new Outcome.Verified(promoted);
    }
    audit.append(AuditTrail.Entry.refused(AuditAction.MFA_VERIFIED, command.origin()).by(signedIn.person().id())
        .because(List.of(Reason.failed("second-factor-matches", "Wrong or used before.")))
        .with(Map.of("sessionEnded", String.valueOf(lastTry))));
    if (lastTry) {
      sessions.end(signedIn.session().id());
      return new Outcome.SessionEnded();
    }
    return new Outcome.CodeInvalid();
  }

  /** An answer, and the session that waits for it. */
  public record Command(SignedIn signedIn, SecondFactorAnswer answer, Origin origin) {}

  /** What came of it. */
  public sealed interface Outcome {
    record Verified(SessionPromotion.Promoted session) implements Outcome {}

    record CodeInvalid() implements Outcome {}

    /** Too many wrong answers: sign in anew. */
    record SessionEnded() implements Outcome {}

    record TooManyTries(Duration retryAfter) implements Outcome {}
  }
}
