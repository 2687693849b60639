package dev.latchkey.application.emailchange;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.account.Users;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.domainclaim.AccountProof;
import dev.latchkey.application.mail.MailDispatch;
import dev.latchkey.application.onetime.CodeChallenges;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.emailchange.EmailChangeAttempts;
import dev.latchkey.domain.emailchange.PendingEmailChange;
import dev.latchkey.domain.onetime.Purpose;
import dev.latchkey.domain.onetime.SecretId;
import dev.latchkey.domain.session.SignedIn;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/**
 * Begins to move an account to another address: sends a code there. Nothing changes until it comes back. An address
 * whose account is in use gets another mail and the same answer, so that nobody learns who has one.
 */
public final class StartEmailChange {
  private final Users users;
  private final AddressRelease addresses;
  private final OwnersAddress ownersAddress;
  private final EmailChanges changes;
  private final CodeChallenges challenges;
  private final MailDispatch mail;
  private final AuditTrail audit;
  private final UnitOfWork unitOfWork;
  private final AccountProof proof;
  private final InstantSource clock;

  public StartEmailChange(Users users, AddressRelease addresses, OwnersAddress ownersAddress, EmailChanges changes,
      CodeChallenges challenges, MailDispatch mail, AuditTrail audit, UnitOfWork unitOfWork, AccountProof proof,
      InstantSource clock) {
    this.users = users;
    this.addresses = addresses;
    this.ownersAddress = ownersAddress;
    this.changes = changes;
    this.challenges = challenges;
    this.mail = mail;
    this.audit = audit;
    this.unitOfWork = unitOfWork;
    this.proof = proof;
    this.clock = clock;
  }

  public Outcome start(Command command) {
    if (!proof.isFresh(command.signedIn())) {
      return new Outcome.ProofTooOld();
    }
    return unitOfWork.run(() -> issueCode(command, users.find(command.signedIn().person().id()).orElseThrow()));
  }

  private Outcome issueCode(Command command, User user) {
    EmailAddress wanted = command.newEmail();
    if (wanted.equals(user.email())) {
      return new Outcome.SameAddress();
    }
    if (ownersAddress.hasToStay(user.id(), wanted)) {
      return new Outcome.LastOwner();
    }
    Instant now = clock.instant();
    EmailChangeAttempts attempts = changes.lock(user.id());
    if (attempts.exhaustedAt(now) || mail.isExhausted(wanted)) {
      return new Outcome.TooManyMails();
    }
    boolean taken = addresses.isTaken(wanted);
    CodeChallenges.Issued issued = challenges.issue(Purpose.EMAIL_CHANGE,
        new PendingEmailChange(user.id(), user.email(), wanted, taken).toFacts());
    changes.save(attempts.mailed(issued.secret().id(), now));
    mail.send(EmailChangeMail.of(issued, user));
    audit.append(AuditTrail.Entry.success(AuditAction.EMAIL_CHANGE_STARTED, command.origin()).by(user.id())
        .with(Map.of("from", user.email().value(), "to", wanted.value(), "addressKnown", String.valueOf(taken))));
    return new Outcome.CodeSent(issued.secret().id());
  }

  /** Who wants to be reached where. */
  public record Command(SignedIn signedIn, EmailAddress newEmail, Origin origin) {}

  /** What came of it. */
  public sealed interface Outcome {
    /** Also for an address that has an account already. */
    record CodeSent(SecretId challenge) implements Outcome {}

    /** It is the account's address already. */
    record SameAddress() implements Outcome {}

    /** An organization demands single sign-on, and no owner would be left who gets in by it. */
    record LastOwner() implements Outcome {}

    /** To this address, or by this person. */
    record TooManyMails() implements Outcome {}

    record ProofTooOld() implements Outcome {}
  }
}
