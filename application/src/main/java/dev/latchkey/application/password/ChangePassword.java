package dev.latchkey.application.password;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.account.Users;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.guessing.GuessLimit;
import dev.latchkey.application.signin.PasswordHasher;
import dev.latchkey.domain.account.PasswordHash;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.policy.Reason;
import dev.latchkey.domain.session.SignedIn;
import dev.latchkey.domain.signin.Password;
import dev.latchkey.domain.signin.PasswordPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Replaces a password by somebody who knows the one before, which is proof enough. Wrong ones are counted like those that
 * a session shows anew. All other sessions of the account end.
 */
public final class ChangePassword {
  private final Users users;
  private final GuessLimit guesses;
  private final PasswordHasher hasher;
  private final PasswordCheck passwords;
  private final PasswordReplacement replacement;
  private final AuditTrail audit;
  private final UnitOfWork unitOfWork;

  public ChangePassword(Users users, GuessLimit guesses, PasswordHasher hasher, PasswordCheck passwords,
      PasswordReplacement replacement, AuditTrail audit, UnitOfWork unitOfWork) {
    this.users = users;
    this.guesses = guesses;
    this.hasher = hasher;
    this.passwords = passwords;
    this.replacement = replacement;
    this.audit = audit;
    this.unitOfWork = unitOfWork;
  }

  public Outcome change(Command command) {
    SignedIn.Person person = command.signedIn().person();
    Optional<PasswordPolicy.Rejection> rejection = passwords.check(command.newPassword(), person.id(),
        person.mfaEnrolled(), List.of(person.email().value(), person.name().value()));
    if (rejection.isPresent()) {
      return new Outcome.PasswordRejected(rejection.get());
    }
    Optional<Duration> wait = unitOfWork.run(() -> guesses.countWithin(person));
    if (wait.isPresent()) {
      return new Outcome.TooManyTries(wait.get());
    }
    User before = unitOfWork.run(() -> users.find(person.id()).orElseThrow());
    if (!hasher.matches(command.currentPassword(), before.password())) {
      unitOfWork.run(() -> {
        audit.append(AuditTrail.Entry.refused(AuditAction.PASSWORD_CHANGED, command.origin()).by(person.id())
            .because(List.of(Reason.failed("password-matches", ""))));
        return true;
      });
      return new Outcome.WrongPassword();
    }
    PasswordHash hash = hasher.hash(command.newPassword());
    return unitOfWork.run(() -> replace(command, before, hash));
  }

  private Outcome replace(Command command, User verified, PasswordHash hash) {
    User now = users.find(verified.id()).orElseThrow();
    if (!now.password().equals(verified.password())) {
      // Somebody changed it while this one was being hashed, so what was shown is no longer the password.
      return new Outcome.WrongPassword();
    }
    int ended = replacement.replace(now, hash, Optional.of(command.signedIn().session().id()));
    audit.append(AuditTrail.Entry.success(AuditAction.PASSWORD_CHANGED, command.origin()).by(now.id())
        .with(Map.of("sessionsEnded", String.valueOf(ended))));
    return new Outcome.Changed(ended);
  }

  /** The old and the new password of whoever is signed in. */
  public record Command(SignedIn signedIn, Password currentPassword, Password newPassword, Origin origin) {}

  /** What came of it. */
  public sealed interface Outcome {
    /** @param sessionsEnded how many other sessions ended with it */
    record Changed(int sessionsEnded) implements Outcome {}

    record WrongPassword() implements Outcome {}

    record PasswordRejected(PasswordPolicy.Rejection rejection) implements Outcome {}

    record TooManyTries(Duration retryAfter) implements Outcome {}
  }
}
