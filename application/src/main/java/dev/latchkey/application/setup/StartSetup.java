package dev.latchkey.application.setup;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.account.Users;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.mail.MailDispatch;
import dev.latchkey.application.onetime.CodeChallenges;
import dev.latchkey.application.onetime.LinkTokens;
import dev.latchkey.application.onetime.OneTimeSecrets.Taken;
import dev.latchkey.application.password.PasswordCheck;
import dev.latchkey.application.signin.PasswordHasher;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.PasswordHash;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.mail.MailContent;
import dev.latchkey.domain.onetime.LinkToken;
import dev.latchkey.domain.onetime.Purpose;
import dev.latchkey.domain.onetime.SecretId;
import dev.latchkey.domain.organization.Member;
import dev.latchkey.domain.policy.Reason;
import dev.latchkey.domain.signin.Password;
import dev.latchkey.domain.signin.PasswordPolicy;
import java.util.List;
import java.util.Optional;

/** Takes the link of a setup mail and the password that its reader chose; a code has to come back before it counts. */
public final class StartSetup {
  private final LinkTokens links;
  private final SetupStanding standing;
  private final Users users;
  private final CodeChallenges challenges;
  private final PasswordHasher hasher;
  private final PasswordCheck passwords;
  private final MailDispatch mail;
  private final AuditTrail audit;
  private final UnitOfWork unitOfWork;

  public StartSetup(LinkTokens links, SetupStanding standing, Users users, CodeChallenges challenges,
      PasswordHasher hasher, PasswordCheck passwords, MailDispatch mail, AuditTrail audit,
      UnitOfWork unitOfWork) {
    this.links = links;
    this.standing = standing;
    this.users = users;
    this.challenges = challenges;
    this.hasher = hasher;
    this.passwords = passwords;
    this.mail = mail;
    this.audit = audit;
    this.unitOfWork = unitOfWork;
  }

  public Outcome start(Command command) {
    // First only looked at: a password that is refused must not cost the link.
    Optional<Candidate> candidate =
        unitOfWork.run(() -> resolve(command, links.check(Purpose.SETUP_LINK, command.token())));
    if (candidate.isEmpty()) {
      return new Outcome.LinkInvalid();
    }
    Member member = candidate.get().member();
    Optional<PasswordPolicy.Rejection> rejection = passwords.check(command.password(), member.membership().userId(),
        false, List.of(member.signInEmail().value(), member.mailbox().value(), member.name().value()));
    if (rejection.isPresent()) {
      return new Outcome.PasswordRejected(rejection.get());
    }
    PasswordHash hash = hasher.hash(command.password());
    return unitOfWork.run(() -> mail.isExhausted(member.mailbox())
        ? new Outcome.TooManyMails()
        : resolve(command, links.redeem(Purpose.SETUP_LINK, command.token()))
            .map(found -> sendCode(found, hash, command)).orElseGet(Outcome.LinkInvalid::new));
  }

  private Optional<Candidate> resolve(Command command, Taken taken) {
    AuditTrail.Entry refusal = AuditTrail.Entry.refused(AuditAction.SETUP_STARTED, command.origin());
    switch (taken) {
      case Taken.Granted granted -> {
        SetupFacts facts = SetupFacts.of(granted.facts());
        switch (standing.judge(facts, command.token().id())) {
          case SetupStanding.Worth.Good good -> {
            return Optional.of(new Candidate(good.member(), facts));
          }
          case SetupStanding.Worth.Nothing nothing -> audit.append(facts.about(refusal).because(nothing.chain()));
        }
      }
      case Taken.Refused refused ->
        audit.append(refusal.because(List.of(Reason.failed("link-valid", refused.reason()))));
    }
    return Optional.empty();
  }

  private Outcome sendCode(Candidate candidate, PasswordHash hash, Command command) {
    Member member = candidate.member();
    EmailAddress to = candidate.facts().mailedTo();
    CodeChallenges.Issued issued = challenges.issue(Purpose.SETUP_CODE,
        candidate.facts().ofCode(command.token().id(), hash.encoded()));
    mail.send(new MailContent.SetupCode(to, member.name(), issued.code(),
        users.find(member.membership().userId()).orElseThrow().locale(), issued.secret().expiresAt()));
    audit.append(candidate.facts().about(AuditTrail.Entry.success(AuditAction.SETUP_STARTED, command.origin()))
        .by(member.membership().userId()));
    return new Outcome.CodeSent(issued.secret().id(), to);
  }

  private record Candidate(Member member, SetupFacts facts) {}

  /** The link from the mail and a password. */
  public record Command(LinkToken token, Password password, Origin origin) {}

  /** What came of it. */
  public sealed interface Outcome {
    record CodeSent(SecretId challenge, EmailAddress to) implements Outcome {}

    /** Wrong, used, expired, not the newest, or not for its reader any more: deliberately one answer. */
    record LinkInvalid() implements Outcome {}

    /** The link is still good. */
    record PasswordRejected(PasswordPolicy.Rejection rejection) implements Outcome {}

    /** The link is still good. */
    record TooManyMails() implements Outcome {}
  }
}
