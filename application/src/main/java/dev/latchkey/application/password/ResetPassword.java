package dev.latchkey.application.password;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.account.Users;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.onetime.CodeChallenges;
import dev.latchkey.application.onetime.OneTimeSecrets.Taken;
import dev.latchkey.application.organization.Memberships;
import dev.latchkey.application.signin.PasswordHasher;
import dev.latchkey.domain.account.PasswordHash;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.onetime.MailedCode;
import dev.latchkey.domain.onetime.Purpose;
import dev.latchkey.domain.onetime.SecretId;
import dev.latchkey.domain.policy.Reason;
import dev.latchkey.domain.signin.Password;
import dev.latchkey.domain.signin.PasswordPolicy;
import dev.latchkey.domain.signin.SignInPolicy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Replaces a forgotten password with the code from the mail. It signs nobody in, skips no second factor, gives nobody a
 * first password, and ends all sessions of the account.
 */
public final class ResetPassword {
  private final Users users;
  private final Memberships memberships;
  private final CodeChallenges challenges;
  private final PasswordHasher hasher;
  private final PasswordCheck passwords;
  private final PasswordReplacement replacement;
  private final AuditTrail audit;
  private final UnitOfWork unitOfWork;

  public ResetPassword(Users users, Memberships memberships, CodeChallenges challenges, PasswordHasher hasher,
      PasswordCheck passwords, PasswordReplacement replacement, AuditTrail audit, UnitOfWork unitOfWork) {
    this.users = users;
    this.memberships = memberships;
    this.challenges = challenges;
    this.hasher = hasher;
    this.passwords = passwords;
    this.replacement = replacement;
    this.audit = audit;
    this.unitOfWork = unitOfWork;
  }

  public Outcome reset(Command command) {
    // First only looked at: a password that is refused must not cost the code.
    Optional<User> user = unitOfWork.run(() -> resolve(command,
        () -> challenges.check(Purpose.PASSWORD_RESET, command.challenge(), command.code())));
    if (user.isEmpty()) {
      return new Outcome.CodeInvalid();
    }
    Optional<PasswordPolicy.Rejection> rejection = passwords.check(command.newPassword(), user.get().id(),
        user.get().mfaEnrolled(), List.of(user.get().email().value(), user.get().name().value()));
    if (rejection.isPresent()) {
      return new Outcome.PasswordRejected(rejection.get());
    }
    PasswordHash hash = hasher.hash(command.newPassword());
    return unitOfWork.run(() -> resolve(command,
        () -> challenges.answer(Purpose.PASSWORD_RESET, command.challenge(), command.code()))
        .map(found -> replace(found, hash, command.origin())).orElseGet(Outcome.CodeInvalid::new));
  }

  private Optional<User> resolve(Command command, Supplier<Taken> answer) {
    // As long as the challenge is open, a wrong code concerns the account that it was mailed for.
    Optional<UserId> whose = challenges.find(Purpose.PASSWORD_RESET, command.challenge())
        .flatMap(secret -> ResetFacts.user(secret.facts(), users)).map(User::id);
    Taken taken = answer.get();
    Optional<User> user = switch (taken) {
      case Taken.Granted granted -> ResetFacts.user(granted.facts(), users)
          .filter(found -> found.password().isPresent())
          // The organization may have decided so after the code was sent.
          .filter(found -> SignInPolicy.ssoInsteadOfPassword(found, memberships.placesOf(found.id())).isEmpty());
      case Taken.Refused refused -> Optional.empty();
    };
    if (user.isEmpty()) {
      String reason = taken instanceof Taken.Refused refused
          ? refused.reason()
          : "no password to reset, or single sign-on is demanded";
      audit.append(AuditTrail.Entry.refused(AuditAction.PASSWORD_RESET, command.origin()).by(whose)
          .because(List.of(Reason.failed("code-valid", reason))));
    }
    return user;
  }

  private Outcome replace(User user, PasswordHash hash, Origin origin) {
    int ended = replacement.replace(user, hash, Optional.empty());
    audit.append(AuditTrail.Entry.success(AuditAction.PASSWORD_RESET, origin).by(user.id())
        .with(Map.of("sessionsEnded", String.valueOf(ended))));
    return new Outcome.Reset();
  }

  /** The answer to a challenge and what the password shall be. */
  public record Command(SecretId challenge, MailedCode code, Password newPassword, Origin origin) {}

  /** What came of it. */
  public sealed interface Outcome {
    record Reset() implements Outcome {}

    /** Wrong, used, expired, used up or never there: deliberately one answer. */
    record CodeInvalid() implements Outcome {}

    /** The code is still good. */
    record PasswordRejected(PasswordPolicy.Rejection rejection) implements Outcome {}
  }
}
