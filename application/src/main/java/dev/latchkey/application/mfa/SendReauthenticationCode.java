package dev.latchkey.application.mfa;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.account.Users;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.mail.MailDispatch;
import dev.latchkey.application.onetime.CodeChallenges;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.mail.MailContent;
import dev.latchkey.domain.onetime.SecretId;
import dev.latchkey.domain.session.SignedIn;

/**
 * Mails people who are signed in a code by which they confirm that it is them. For who has neither password nor passkey it
 * is the way to a fresh proof of their own; it opens nothing that the session doesn't open already.
 */
public final class SendReauthenticationCode {
  private final Users users;
  private final ReauthenticationCodes codes;
  private final MailDispatch mail;
  private final AuditTrail audit;
  private final UnitOfWork unitOfWork;

  public SendReauthenticationCode(Users users, ReauthenticationCodes codes, MailDispatch mail, AuditTrail audit,
      UnitOfWork unitOfWork) {
    this.users = users;
    this.codes = codes;
    this.mail = mail;
    this.audit = audit;
    this.unitOfWork = unitOfWork;
  }

  public Outcome send(SignedIn signedIn, Origin origin) {
    return unitOfWork.run(() -> {
      User user = users.find(signedIn.person().id()).orElseThrow();
      if (mail.isExhausted(user.email())) {
        return new Outcome.TooManyMails();
      }
      CodeChallenges.Issued issued = codes.issue(signedIn, user);
      mail.send(new MailContent.ReauthenticationCode(user.email(), user.name(), issued.code(), user.locale(),
          issued.secret().expiresAt()));
      audit.append(AuditTrail.Entry.success(AuditAction.REAUTHENTICATION_CODE_SENT, origin).by(user.id()));
      return new Outcome.CodeSent(issued.secret().id());
    });
  }

  /** What came of it. */
  public sealed interface Outcome {
    record CodeSent(SecretId challenge) implements Outcome {}

    /** The address has had enough of them for now. */
    record TooManyMails() implements Outcome {}
  }
}
