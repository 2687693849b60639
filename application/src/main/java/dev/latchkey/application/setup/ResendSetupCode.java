package dev.latchkey.application.setup;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.account.Users;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.mail.MailDispatch;
import dev.latchkey.application.onetime.CodeChallenges;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.mail.MailContent;
import dev.latchkey.domain.onetime.OneTimeSecret;
import dev.latchkey.domain.onetime.Purpose;
import dev.latchkey.domain.onetime.SecretId;
import dev.latchkey.domain.organization.Member;
import java.util.Optional;

/** Sends a new code for a setup that still waits for one; the code before is worth nothing any more. */
public final class ResendSetupCode {
  private final CodeChallenges challenges;
  private final SetupStanding standing;
  private final Users users;
  private final MailDispatch mail;
  private final AuditTrail audit;
  private final UnitOfWork unitOfWork;

  public ResendSetupCode(CodeChallenges challenges, SetupStanding standing, Users users, MailDispatch mail,
      AuditTrail audit, UnitOfWork unitOfWork) {
    this.challenges = challenges;
    this.standing = standing;
    this.users = users;
    this.mail = mail;
    this.audit = audit;
    this.unitOfWork = unitOfWork;
  }

  public Outcome resend(SecretId challenge, Origin origin) {
    return unitOfWork.run(() -> challenges.find(Purpose.SETUP_CODE, challenge)
        .flatMap(secret -> candidate(secret).map(member -> resend(secret, member, origin)))
        .orElseGet(Outcome.Gone::new));
  }

  private Optional<Member> candidate(OneTimeSecret secret) {
    return standing.judge(SetupFacts.of(secret.facts()), SetupFacts.link(secret.facts())).candidate();
  }

  private Outcome resend(OneTimeSecret secret, Member member, Origin origin) {
    if (mail.isExhausted(member.mailbox())) {
      return new Outcome.TooManyMails();
    }
    return challenges.renew(Purpose.SETUP_CODE, secret.id()).<Outcome>map(renewed -> {
      mail.send(new MailContent.SetupCode(member.mailbox(), member.name(), renewed.code(),
          users.find(member.membership().userId()).orElseThrow().locale(), renewed.secret().expiresAt()));
      audit.append(SetupFacts.of(secret.facts()).about(AuditTrail.Entry.success(AuditAction.CODE_RESENT, origin))
          .by(member.membership().userId()));
      return new Outcome.Sent();
    }).orElseGet(Outcome.Gone::new);
  }

  /** What came of it. */
  public sealed interface Outcome {
    record Sent() implements Outcome {}

    /** Finished, expired or never there: the setup has to start anew. */
    record Gone() implements Outcome {}

    record TooManyMails() implements Outcome {}
  }
}
