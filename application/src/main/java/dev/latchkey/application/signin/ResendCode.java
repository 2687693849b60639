package dev.latchkey.application.signin;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.mail.MailDispatch;
import dev.latchkey.application.onetime.CodeChallenges;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.onetime.OneTimeSecret;
import dev.latchkey.domain.onetime.Purpose;
import dev.latchkey.domain.onetime.SecretId;
import dev.latchkey.domain.signin.PendingSignUp;
import java.util.Map;
import java.util.Optional;

/** Sends a new code for a sign-up that still waits for one; the code before is worth nothing any more. */
public final class ResendCode {
  private final CodeChallenges challenges;
  private final MailDispatch mail;
  private final AuditTrail audit;
  private final UnitOfWork unitOfWork;

  public ResendCode(CodeChallenges challenges, MailDispatch mail, AuditTrail audit, UnitOfWork unitOfWork) {
    this.challenges = challenges;
    this.mail = mail;
    this.audit = audit;
    this.unitOfWork = unitOfWork;
  }

  public Outcome resend(SecretId challenge, Origin origin) {
    return unitOfWork.run(() -> challenges.find(Purpose.SIGN_UP, challenge).map(found -> resend(found, origin))
        .orElseGet(Outcome.Gone::new));
  }

  private Outcome resend(OneTimeSecret challenge, Origin origin) {
    EmailAddress recipient = KnownAddress.fromFacts(challenge.facts()).map(KnownAddress::email)
        .orElseGet(() -> PendingSignUp.fromFacts(challenge.facts()).email());
    if (mail.isExhausted(recipient)) {
      return new Outcome.TooManyMails();
    }
    Optional<CodeChallenges.Issued> renewed = challenges.renew(Purpose.SIGN_UP, challenge.id());
    if (renewed.isEmpty()) {
      return new Outcome.Gone();
    }
    mail.send(SignUpMail.of(renewed.get()));
    audit.append(AuditTrail.Entry.success(AuditAction.CODE_RESENT, origin)
        .with(Map.of("email", recipient.value())));
    return new Outcome.Sent();
  }

  /** What came of it. */
  public sealed interface Outcome {
    record Sent() implements Outcome {}

    /** Finished, expired or never there: the sign-up has to start anew. */
    record Gone() implements Outcome {}

    record TooManyMails() implements Outcome {}
  }
}
