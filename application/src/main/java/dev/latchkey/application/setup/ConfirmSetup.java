package dev.latchkey.application.setup;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.account.Users;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.member.Members;
import dev.latchkey.application.onetime.CodeChallenges;
import dev.latchkey.application.onetime.OneTimeSecrets.Taken;
import dev.latchkey.application.organization.Memberships;
import dev.latchkey.application.session.SessionOpening;
import dev.latchkey.domain.account.PasswordHash;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.onetime.MailedCode;
import dev.latchkey.domain.onetime.Purpose;
import dev.latchkey.domain.onetime.SecretId;
import dev.latchkey.domain.organization.Member;
import dev.latchkey.domain.policy.Reason;
import dev.latchkey.domain.session.Browser;
import dev.latchkey.domain.session.Proof;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finishes a setup with the code from the mail: the account gets its first password, and the address that received the
 * mail is the one to sign in with from now on.
 */
public final class ConfirmSetup {
  private final CodeChallenges challenges;
  private final SetupStanding standing;
  private final Users users;
  private final Members members;
  private final Memberships memberships;
  private final SessionOpening sessions;
  private final AuditTrail audit;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  public ConfirmSetup(CodeChallenges challenges, SetupStanding standing, Users users, Members members,
      Memberships memberships, SessionOpening sessions, AuditTrail audit, UnitOfWork unitOfWork,
      InstantSource clock) {
    this.challenges = challenges;
    this.standing = standing;
    this.users = users;
    this.members = members;
    this.memberships = memberships;
    this.sessions = sessions;
    this.audit = audit;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  public Outcome confirm(Command command) {
    return unitOfWork.run(() -> switch (challenges.answer(Purpose.SETUP_CODE, command.challenge(), command.code())) {
      case Taken.Granted granted -> confirm(granted.facts(), command);
      case Taken.Refused refused -> refuse(refused.reason(), command.origin());
    });
  }

  private Outcome confirm(Map<String, String> facts, Command command) {
    SetupFacts whom = SetupFacts.of(facts);
    Optional<Member> member = standing.candidate(whom, SetupFacts.link(facts));
    if (member.isEmpty()) {
      return refuse("not for them any more", command.origin());
    }
    User before = users.find(member.get().membership().userId()).orElseThrow();
    if (users.findByEmail(whom.mailedTo()).filter(other -> !other.id().equals(before.id())).isPresent()) {
      audit.append(AuditTrail.Entry.refused(AuditAction.ACCOUNT_SET_UP, command.origin()).by(before.id())
          .in(whom.organization())
          .because(List.of(Reason.failed("address-free", "An account with this address exists.")))
          .with(Map.of("email", whom.mailedTo().value())));
      return new Outcome.AddressTaken();
    }
    return setUp(before, member.get(), whom, new PasswordHash(SetupFacts.passwordHash(facts)), command);
  }

  private Outcome setUp(User before, Member member, SetupFacts whom, PasswordHash hash, Command command) {
    users.save(before.setUp(whom.mailedTo(), hash));
    members.describe(whom.organization(), whom.member(), member.profile().withContact(Optional.empty()));
    audit.append(AuditTrail.Entry.success(AuditAction.ACCOUNT_SET_UP, command.origin()).by(before.id())
        .in(whom.organization()).with(Map.of("member", whom.member().value(), "emailBefore", before.email().value(),
            "emailAfter", whom.mailedTo().value())));
    User user = users.find(before.id()).orElseThrow();
    return new Outcome.SignedIn(sessions.open(user, memberships.placesOf(user.id()),
        new Proof.EmailCode(clock.instant()), command.browser(), command.origin()));
  }

  private Outcome refuse(String reason, Origin origin) {
    audit.append(AuditTrail.Entry.refused(AuditAction.ACCOUNT_SET_UP, origin)
        .because(List.of(Reason.failed("code-valid", reason))));
    return new Outcome.CodeInvalid();
  }

  /** The answer to a challenge, and where it is given. */
  public record Command(SecretId challenge, MailedCode code, Browser browser, Origin origin) {}

  /** What came of it. */
  public sealed interface Outcome {
    record SignedIn(SessionOpening.Opened opened) implements Outcome {}

    /** Wrong, used, expired, or not for its reader any more: deliberately one answer. */
    record CodeInvalid() implements Outcome {}

    /** Another account has got the address meanwhile. */
    record AddressTaken() implements Outcome {}
  }
}
