package dev.latchkey.application.mfa;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.account.Users;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.session.SessionPromotion;
import dev.latchkey.application.signin.GuessLimit;
import dev.latchkey.application.signin.PasswordHasher;
import dev.latchkey.domain.account.PasswordHash;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.policy.Reason;
import dev.latchkey.domain.session.Proof;
import dev.latchkey.domain.session.SignedIn;
import dev.latchkey.domain.signin.GuessKey;
import dev.latchkey.domain.signin.Password;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Gives a session a fresh proof before a sensitive change, by password or second factor. */
public final class Reauthenticate {
  private final Users users;
  private final PasswordHasher hasher;
  private final SecondFactorCheck secondFactor;
  private final GuessLimit guesses;
  private final SessionPromotion promotion;
  private final AuditTrail audit;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  public Reauthenticate(Users users, PasswordHasher hasher, SecondFactorCheck secondFactor, GuessLimit guesses,
      SessionPromotion promotion, AuditTrail audit, UnitOfWork unitOfWork, InstantSource clock) {
    this.users = users;
    this.hasher = hasher;
    this.secondFactor = secondFactor;
    this.guesses = guesses;
    this.promotion = promotion;
    this.audit = audit;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  public Outcome byPassword(SignedIn signedIn, Password password, Origin origin) {
    GuessKey key = GuessKey.of(signedIn.person().email());
    Optional<Duration> wait = unitOfWork.run(() -> guesses.count(key));
    if (wait.isPresent()) {
      return new Outcome.TooManyTries(wait.get());
    }
    Optional<PasswordHash> stored = unitOfWork.run(() -> users.find(signedIn.person().id()).flatMap(User::password));
    boolean matches = hasher.matches(password, stored);
    return unitOfWork.run(() -> finish(signedIn, key,
        matches ? Optional.of(new Proof.Password(clock.instant())) : Optional.empty(), origin));
  }

  public Outcome bySecondFactor(SignedIn signedIn, SecondFactorAnswer answer, Origin origin) {
    GuessKey key = GuessKey.of(signedIn.person().email());
    return unitOfWork.run(() -> {
      Optional<Duration> wait = guesses.count(key);
      Instant now = clock.instant();
      return wait.<Outcome>map(Outcome.TooManyTries::new).orElseGet(
          () -> finish(signedIn, key, secondFactor.prove(signedIn.person().id(), answer, now), origin));
    });
  }

  private Outcome finish(SignedIn signedIn, GuessKey key, Optional<Proof> proof, Origin origin) {
    if (proof.isEmpty()) {
      audit.append(AuditTrail.Entry.refused(AuditAction.REAUTHENTICATED, origin).by(signedIn.person().id())
          .because(List.of(Reason.failed("proof-matches", ""))));
      return new Outcome.Refused();
    }
    guesses.forgive(key);
    audit.append(AuditTrail.Entry.success(AuditAction.REAUTHENTICATED, origin).by(signedIn.person().id()));
    return new Outcome.Proven(promotion.add(signedIn, proof.get()));
  }

  /** What came of it. */
  public sealed interface Outcome {
    record Proven(SessionPromotion.Promoted session) implements Outcome {}

    record Refused() implements Outcome {}

    record TooManyTries(Duration retryAfter) implements Outcome {}
  }
}
