package dev.latchkey.application.emailchange;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.account.Users;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.mail.MailDispatch;
import dev.latchkey.application.onetime.CodeChallenges;
import dev.latchkey.application.onetime.OneTimeSecrets.Taken;
import dev.latchkey.application.session.OwnSessions;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.emailchange.PendingEmailChange;
import dev.latchkey.domain.mail.MailContent;
import dev.latchkey.domain.onetime.MailedCode;
import dev.latchkey.domain.onetime.Purpose;
import dev.latchkey.domain.onetime.SecretId;
import dev.latchkey.domain.policy.Reason;
import dev.latchkey.domain.session.SignedIn;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Moves an account to the address that a code has proven, for whoever asked for it and nobody else. The old address is
 * told, all other sessions end, and whatever was mailed to the old address opens nothing any more.
 */
public final class ConfirmEmailChange {
  private static final Duration WORTH_TELLING = Duration.ofDays(2);

  private final Users users;
  private final AddressRelease addresses;
  private final OwnersAddress ownersAddress;
  private final EmailChanges changes;
  private final CodeChallenges challenges;
  private final OwnSessions sessions;
  private final MailDispatch mail;
  private final AuditTrail audit;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  public ConfirmEmailChange(Users users, AddressRelease addresses, OwnersAddress ownersAddress, EmailChanges changes,
      CodeChallenges challenges, OwnSessions sessions, MailDispatch mail, AuditTrail audit, UnitOfWork unitOfWork,
      InstantSource clock) {
    this.users = users;
    this.addresses = addresses;
    this.ownersAddress = ownersAddress;
    this.changes = changes;
    this.challenges = challenges;
    this.sessions = sessions;
    this.mail = mail;
    this.audit = audit;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  public Outcome confirm(Command command) {
    return unitOfWork.run(() -> {
      if (!isTheirs(command)) {
        // Not even looked at: a stranger must neither learn whether the code is right nor use up its tries.
        return refuse(command, "not theirs");
      }
      return switch (challenges.answer(Purpose.EMAIL_CHANGE, command.challenge(), command.code())) {
        case Taken.Granted granted -> change(command, PendingEmailChange.fromFacts(granted.facts()));
        case Taken.Refused refused -> refuse(command, refused.reason());
      };
    });
  }

  private boolean isTheirs(Command command) {
    Optional<PendingEmailChange> pending = challenges.find(Purpose.EMAIL_CHANGE, command.challenge())
        .map(challenge -> PendingEmailChange.fromFacts(challenge.facts()));
    return command.signedIn().isPresent()
        && pending.filter(it -> it.user().equals(command.signedIn().get().person().id())).isPresent();
  }

  private Outcome change(Command command, PendingEmailChange pending) {
    User user = users.find(pending.user()).orElseThrow();
    if (pending.taken()) {
      return refuse(command, "address-known");
    }
    if (!changes.lock(user.id()).isNewest(command.challenge()) || !user.email().equals(pending.from())) {
      return refuse(command, "not the newest");
    }
    ownersAddress.hold(user.id());
    if (ownersAddress.hasToStay(user.id(), pending.to())) {
      refuse(command, pending, Reason.failed("owner-left", "No other owner gets in by single sign-on."));
      return new Outcome.LastOwner();
    }
    if (!addresses.release(pending.to())) {
      refuse(command, pending, Reason.failed("address-free", "An account with this address exists."));
      return new Outcome.AddressTaken();
    }
    User moved = user.movedTo(pending.to());
    users.save(moved);
    int ended = sessions.endAll(user.id(), command.signedIn().map(signedIn -> signedIn.session().id()));
    mail.send(new MailContent.EmailChanged(pending.from(), user.name(), pending.to(), user.locale(),
        clock.instant().plus(WORTH_TELLING)));
    audit.append(AuditTrail.Entry.success(AuditAction.EMAIL_CHANGED, command.origin()).by(user.id())
        .with(Map.of("from", pending.from().value(), "to", pending.to().value(), "sessionsEnded",
            String.valueOf(ended))));
    return new Outcome.Changed(moved);
  }

  private void refuse(Command command, PendingEmailChange pending, Reason reason) {
    audit.append(AuditTrail.Entry.refused(AuditAction.EMAIL_CHANGED, command.origin()).by(pending.user())
        .because(List.of(reason)).with(Map.of("from", pending.from().value(), "to", pending.to().value())));
  }

  private Outcome refuse(Command command, String reason) {
    audit.append(AuditTrail.Entry.refused(AuditAction.EMAIL_CHANGED, command.origin())
        .by(command.signedIn().map(signedIn -> signedIn.person().id()))
        .because(List.of(Reason.failed("code-valid", reason))));
    return new Outcome.CodeInvalid();
  }

  /**
   * The answer to a challenge.
   *
   * @param signedIn who gives it, if anybody is signed in
   */
  public record Command(SecretId challenge, MailedCode code, Optional<SignedIn> signedIn, Origin origin) {}

  /** What came of it. */
  public sealed interface Outcome {
    /** @param account as it is now */
    record Changed(User account) implements Outcome {}

    /** Wrong, used, expired, used up, replaced, never there or somebody else's: deliberately one answer. */
    record CodeInvalid() implements Outcome {}

    /** An organization demands single sign-on, and no owner would be left who gets in by it. */
    record LastOwner() implements Outcome {}

    /** Somebody who also reads that mailbox was faster. */
    record AddressTaken() implements Outcome {}
  }
}
