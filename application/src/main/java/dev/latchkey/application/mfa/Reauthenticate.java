package dev.latchkey.application.mfa;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.account.Users;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.guessing.GuessLimit;
import dev.latchkey.application.policy.BreakGlassAlarm;
import dev.latchkey.application.session.SessionPromotion;
import dev.latchkey.application.signin.PasswordHasher;
import dev.latchkey.domain.account.PasswordHash;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.mfa.SecondFactorAnswer;
import dev.latchkey.domain.policy.Reason;
import dev.latchkey.domain.session.Proof;
import dev.latchkey.domain.session.SignedIn;
import dev.latchkey.domain.signin.GuessKey;
import dev.latchkey.domain.signin.Password;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Gives a session a fresh proof before a sensitive change, by password or second factor. How long tries have to wait, depends
 * on what was tried past the first factor only, so that no stranger keeps the owner from the change.
 */
public final class Reauthenticate {
  private final Users users;
  private final PasswordHasher hasher;
  private final SecondFactorCheck secondFactor;
  private final GuessLimit guesses;
  private final SessionPromotion promotion;
  private final BreakGlassAlarm alarm;
  private final AuditTrail audit;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  public Reauthenticate(Users users, PasswordHasher hasher, SecondFactorCheck secondFactor, GuessLimit guesses,
      SessionPromotion promotion, BreakGlassAlarm alarm, AuditTrail audit, UnitOfWork unitOfWork, InstantSource clock) {
    this.users = users;
    this.hasher = hasher;
    this.secondFactor = secondFactor;
    this.guesses = guesses;
    this.promotion = promotion;
    this.alarm = alarm;
    this.audit = audit;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  public Outcome reauthenticate(Command command) {
    SignedIn.Person person = command.signedIn().person();
    Optional<Duration> wait = unitOfWork.run(() -> switch (command.evidence()) {
      case Evidence.ByPassword shown -> guesses.countWithin(person);
      case Evidence.BySecondFactor shown -> guesses.count(GuessKey.ofSecondFactor(person.id()));
    });
    if (wait.isPresent()) {
      return new Outcome.TooManyTries(wait.get());
    }
    return switch (command.evidence()) {
      case Evidence.ByPassword shown -> {
        Optional<Proof> proof = byPassword(command.signedIn(), shown.password());
        yield unitOfWork.run(() -> finish(command, proof));
      }
      case Evidence.BySecondFactor shown -> unitOfWork.run(() -> finish(command,
          secondFactor.prove(person.id(), shown.answer(), clock.instant())));
    };
  }

  /** Outside any transaction, since hashing takes its time. */
  private Optional<Proof> byPassword(SignedIn signedIn, Password password) {
    Optional<PasswordHash> stored = unitOfWork.run(() -> users.find(signedIn.person().id()).flatMap(User::password));
    return hasher.matches(password, stored) ? Optional.of(new Proof.Password(clock.instant())) : Optional.empty();
  }

  private Outcome finish(Command command, Optional<Proof> proof) {
    SignedIn signedIn = command.signedIn();
    if (proof.isEmpty()) {
      audit.append(AuditTrail.Entry.refused(AuditAction.REAUTHENTICATED, command.origin()).by(signedIn.person().id())
          .because(List.of(Reason.failed("proof-matches", ""))));
      return new Outcome.Refused();
    }
    guesses.forgive(command.evidence() instanceof Evidence.ByPassword
        ? GuessKey.ofPasswordShownAgain(signedIn.person().id())
        : GuessKey.ofSecondFactor(signedIn.person().id()));
    guesses.forgive(GuessKey.of(signedIn.person().email()));
    audit.append(AuditTrail.Entry.success(AuditAction.REAUTHENTICATED, command.origin()).by(signedIn.person().id()));
    SessionPromotion.Promoted promoted = promotion.add(signedIn, proof.get());
    alarm.sound(signedIn, promoted.signedIn(), command.origin());
    return new Outcome.Proven(promoted);
  }

  /** What a person shows again. */
  public sealed interface Evidence {
    record ByPassword(Password password) implements Evidence {}

    record BySecondFactor(SecondFactorAnswer answer) implements Evidence {}
  }

  /** Whose session it is, and what is shown for it. */
  public record Command(SignedIn signedIn, Evidence evidence, Origin origin) {}

  /** What came of it. */
  public sealed interface Outcome {
    record Proven(SessionPromotion.Promoted session) implements Outcome {}

    record Refused() implements Outcome {}

    record TooManyTries(Duration retryAfter) implements Outcome {}
  }
}
