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
    return unitOfWork.run(() -> {
      // As long as the challenge is open, a wrong code is told to the organization that it belongs to.
      Optional<SetupFacts> whom = challenges.find(Purpose.SETUP_CODE, command.challenge())
          .map(secret -> SetupFacts.of(secret.facts()));
      return switch (challenges.answer(Purpose.SETUP_CODE, command.challenge(), command.code())) {
        case Taken.Granted granted -> confirm(granted.facts(), command);
        case Taken.Refused refused -> refuse(whom, Reason.failed("code-valid", refused.reason()), command.origin());
      };
    });
  }

  private Outcome confirm(Map<String, String> facts, Command command) {
    SetupFacts whom = SetupFacts.of(facts);
    return switch (standing.hold(whom, SetupFacts.link(facts))) {
      case SetupStanding.Worth.Nothing nothing -> refuse(Optional.of(whom), nothing.reason(), command.origin());
      case SetupStanding.Worth.Good good -> {
        User before = users.find(good.member().membership().userId()).orElseThrow();
        yield users.findByEmail(whom.mailedTo()).filter(other -> !other.id().equals(before.id())).isPresent()
            ? refuseAddress(before, whom, command.origin())
            : setUp(before, good.member(), whom, new PasswordHash(SetupFacts.passwordHash(facts)), command);
      }
    };
  }

  private Outcome refuseAddress(User before, SetupFacts whom, Origin origin) {
    audit.append(whom.about(AuditTrail.Entry.refused(AuditAction.ACCOUNT_SET_UP, origin)).by(before.id())
        .because(List.of(Reason.failed("address-free", "An account with this address exists."))));
    return new Outcome.AddressTaken();
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

  private Outcome refuse(Optional<SetupFacts> whom, Reason reason, Origin origin) {
    AuditTrail.Entry refusal = AuditTrail.Entry.refused(AuditAction.ACCOUNT_SET_UP, origin);
    audit.append(whom.map(facts -> facts.about(refusal)).orElse(refusal).because(List.of(reason)));
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
