package dev.latchkey.application.password;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.account.Users;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.guessing.GuessLimit;
import dev.latchkey.application.passkey.AuthenticatorChange;
import dev.latchkey.application.session.SessionPromotion;
import dev.latchkey.application.signin.PasswordHasher;
import dev.latchkey.domain.account.PasswordHash;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.mail.MailContent.AuthenticatorChanged.Change;
import dev.latchkey.domain.session.SignedIn;
import dev.latchkey.domain.signin.GuessKey;
import dev.latchkey.domain.signin.Password;
import dev.latchkey.domain.signin.PasswordPolicy;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gives an account its first password, for somebody who has signed in by other means and has just shown who they are. All
 * other sessions of the account end, and the owner is told by mail. A session that ended meanwhile sets none. Of two at once one succeeds; the other has to tell
 * the password that is there by then.
 */
public final class SetFirstPassword {
  private final FirstPassword rule;
  private final Users users;
  private final PasswordCheck passwords;
  private final PasswordHasher hasher;
  private final AuthenticatorChange changes;
  private final SessionPromotion promotion;
  private final GuessLimit guesses;
  private final AuditTrail audit;
  private final UnitOfWork unitOfWork;

  public SetFirstPassword(FirstPassword rule, Users users, PasswordCheck passwords, PasswordHasher hasher,
      AuthenticatorChange changes, SessionPromotion promotion, GuessLimit guesses, AuditTrail audit,
      UnitOfWork unitOfWork) {
    this.rule = rule;
    this.users = users;
    this.passwords = passwords;
    this.hasher = hasher;
    this.changes = changes;
    this.promotion = promotion;
    this.guesses = guesses;
    this.audit = audit;
    this.unitOfWork = unitOfWork;
  }

  public Outcome set(Command command) {
    SignedIn.Person person = command.signedIn().person();
    Optional<Outcome> refused = prevented(command)
        .or(() -> passwords.check(command.password(), person.id(), person.mfaEnrolled(),
            List.of(person.email().value(), person.name().value())).map(Outcome.PasswordRejected::new));
    if (refused.isPresent()) {
      return refused.get();
    }
    PasswordHash hash = hasher.hash(command.password());
    return unitOfWork.run(() -> {
      // Somebody else may have been faster with a password, or with a passkey, while this one was being hashed.
      users.hold(person.id());
      return prevented(command).orElseGet(() -> keep(command, hash));
    });
  }

  private Optional<Outcome> prevented(Command command) {
    return rule.obstacle(command.signedIn()).map(Outcome.Prevented::new);
  }

  private Outcome keep(Command command, PasswordHash hash) {
    User user = users.find(command.signedIn().person().id()).orElseThrow();
    users.save(user.withFirstPassword(hash));
    // What strangers guessed was never right, and must not keep the owner from using it.
    guesses.forgive(GuessKey.of(user.email()));
    int ended = changes.made(command.signedIn(), Change.PASSWORD_SET);
    audit.append(AuditTrail.Entry.success(AuditAction.PASSWORD_SET, command.origin()).by(user.id())
        .with(Map.of("sessionsEnded", String.valueOf(ended))));
    return new Outcome.Set(ended, promotion.goOn(command.signedIn()));
  }

  /** Who chooses which password. */
  public record Command(SignedIn signedIn, Password password, Origin origin) {}

  /** What came of it. */
  public sealed interface Outcome {
    /**
     * @param sessionsEnded how many other sessions ended with it
     * @param session the one that asked, under a new token
     */
    record Set(int sessionsEnded, SessionPromotion.Promoted session) implements Outcome {}

    record Prevented(FirstPassword.Obstacle obstacle) implements Outcome {}

    record PasswordRejected(PasswordPolicy.Rejection rejection) implements Outcome {}
  }
}
