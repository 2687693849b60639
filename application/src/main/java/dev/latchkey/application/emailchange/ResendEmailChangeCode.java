package dev.latchkey.application.emailchange;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.account.Users;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.mail.MailDispatch;
import dev.latchkey.application.onetime.CodeChallenges;
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
import java.util.Optional;

/** Sends a new code to the address that an account is to move to; the code before is worth nothing any more. */
public final class ResendEmailChangeCode {
  private final Users users;
  private final EmailChanges changes;
  private final CodeChallenges challenges;
  private final MailDispatch mail;
  private final AuditTrail audit;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  public ResendEmailChangeCode(Users users, EmailChanges changes, CodeChallenges challenges, MailDispatch mail,
      AuditTrail audit, UnitOfWork unitOfWork, InstantSource clock) {
    this.users = users;
    this.changes = changes;
    this.challenges = challenges;
    this.mail = mail;
    this.audit = audit;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  /** @param signedIn who asks, if anybody is signed in */
  public Outcome resend(SecretId challenge, Optional<SignedIn> signedIn, Origin origin) {
    return unitOfWork.run(() -> challenges.find(Purpose.EMAIL_CHANGE, challenge)
        .map(found -> PendingEmailChange.fromFacts(found.facts()))
        .filter(pending -> signedIn.filter(it -> it.person().id().equals(pending.user())).isPresent())
        .map(pending -> resend(challenge, pending, origin)).orElseGet(Outcome.Gone::new));
  }

  private Outcome resend(SecretId challenge, PendingEmailChange pending, Origin origin) {
    User user = users.find(pending.user()).orElseThrow();
    EmailChangeAttempts attempts = changes.lock(user.id());
    if (!attempts.isNewest(challenge) || !user.email().equals(pending.from())) {
      return new Outcome.Gone();
    }
    Instant now = clock.instant();
    if (attempts.exhaustedAt(now) || mail.isExhausted(pending.to())) {
      return new Outcome.TooManyMails();
    }
    Optional<CodeChallenges.Issued> renewed = challenges.renew(Purpose.EMAIL_CHANGE, challenge);
    if (renewed.isEmpty()) {
      return new Outcome.Gone();
    }
    changes.save(attempts.mailed(challenge, now));
    mail.send(EmailChangeMail.of(renewed.get(), user));
    audit.append(AuditTrail.Entry.success(AuditAction.CODE_RESENT, origin).by(user.id())
        .with(Map.of("email", pending.to().value())));
    return new Outcome.Sent();
  }

  /** What came of it. */
  public sealed interface Outcome {
    record Sent() implements Outcome {}

    /** Finished, expired, replaced, never there or somebody else's: deliberately one answer. */
    record Gone() implements Outcome {}

    /** To this address, or by this person. */
    record TooManyMails() implements Outcome {}
  }
}
