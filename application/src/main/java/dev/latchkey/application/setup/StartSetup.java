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
import java.util.Map;
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
    Optional<Member> member = unitOfWork.run(() -> resolve(command, links.check(Purpose.SETUP_LINK, command.token())));
    if (member.isEmpty()) {
      return new Outcome.LinkInvalid();
    }
    Optional<PasswordPolicy.Rejection> rejection = passwords.check(command.password(),
        member.get().membership().userId(), false,
        List.of(member.get().signInEmail().value(), member.get().mailbox().value(), member.get().name().value()));
    if (rejection.isPresent()) {
      return new Outcome.PasswordRejected(rejection.get());
    }
    PasswordHash hash = hasher.hash(command.password());
    return unitOfWork.run(() -> mail.isExhausted(member.get().mailbox())
        ? new Outcome.TooManyMails()
        : resolve(command, links.redeem(Purpose.SETUP_LINK, command.token()))
            .map(found -> sendCode(found, hash, command)).orElseGet(Outcome.LinkInvalid::new));
  }

  private Optional<Member> resolve(Command command, Taken taken) {
    Optional<Member> member = switch (taken) {
      case Taken.Granted granted -> standing.candidate(SetupFacts.of(granted.facts()), command.token().id());
      case Taken.Refused refused -> Optional.empty();
    };
    if (member.isEmpty()) {
      audit.append(AuditTrail.Entry.refused(AuditAction.SETUP_STARTED, command.origin()).because(List.of(
          Reason.failed("link-valid", taken instanceof Taken.Refused refused ? refused.reason() : "not for them"))));
    }
    return member;
  }

  private Outcome sendCode(Member member, PasswordHash hash, Command command) {
    EmailAddress to = member.mailbox();
    CodeChallenges.Issued issued = challenges.issue(Purpose.SETUP_CODE,
        new SetupFacts(member.membership().organizationId(), member.id(), to).ofCode(command.token().id(),
            hash.encoded()));
    mail.send(new MailContent.SetupCode(to, member.name(), issued.code(),
        users.find(member.membership().userId()).orElseThrow().locale(), issued.secret().expiresAt()));
    audit.append(AuditTrail.Entry.success(AuditAction.SETUP_STARTED, command.origin())
        .by(member.membership().userId()).in(member.membership().organizationId())
        .with(Map.of("member", member.id().value(), "mailedTo", to.value())));
    return new Outcome.CodeSent(issued.secret().id(), to);
  }

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
