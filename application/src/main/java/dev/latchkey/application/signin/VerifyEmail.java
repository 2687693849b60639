package dev.latchkey.application.signin;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.account.AccountOpening;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.domainclaim.AutoJoining;
import dev.latchkey.application.onetime.CodeChallenges;
import dev.latchkey.application.onetime.OneTimeSecrets;
import dev.latchkey.application.organization.Memberships;
import dev.latchkey.application.session.SessionOpening;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.onetime.MailedCode;
import dev.latchkey.domain.onetime.Purpose;
import dev.latchkey.domain.onetime.SecretId;
import dev.latchkey.domain.policy.Reason;
import dev.latchkey.domain.session.Browser;
import dev.latchkey.domain.session.Proof;
import dev.latchkey.domain.session.SignedIn;
import dev.latchkey.domain.signin.PendingSignUp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finishes a sign-up with the code from the mail: account, organization, membership and the first session come into
 * being together. Who brings no organization may find one that has their domain verified.
 */
public final class VerifyEmail {
  private final CodeChallenges challenges;
  private final AccountOpening accounts;
  private final Memberships memberships;
  private final OrganizationFounding founding;
  private final AutoJoining joining;
  private final SessionOpening sessions;
  private final AuditTrail audit;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  public VerifyEmail(CodeChallenges challenges, AccountOpening accounts, Memberships memberships,
      OrganizationFounding founding,
      AutoJoining joining, SessionOpening sessions, AuditTrail audit, UnitOfWork unitOfWork, InstantSource clock) {
    this.challenges = challenges;
    this.accounts = accounts;
    this.memberships = memberships;
    this.founding = founding;
    this.joining = joining;
    this.sessions = sessions;
    this.audit = audit;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  public Outcome verify(Command command) {
    return unitOfWork.run(() -> switch (challenges.answer(Purpose.SIGN_UP, command.challenge(), command.code())) {
      case OneTimeSecrets.Taken.Granted granted when KnownAddress.fromFacts(granted.facts()).isEmpty() ->
        create(PendingSignUp.fromFacts(granted.facts()), command);
      case OneTimeSecrets.Taken.Granted guessed -> refuse("address-known", command.origin());
      case OneTimeSecrets.Taken.Refused refused -> refuse(refused.reason(), command.origin());
    });
  }

  private Outcome create(PendingSignUp pending, Command command) {
    Origin origin = command.origin();
    Instant now = clock.instant();
    Optional<User> opened = accounts.open(pending.email(), pending.name(), pending.locale(), pending.password(), now);
    if (opened.isEmpty()) {
      // Two sign-ups for one address, both proven: the one that was verified first stands.
      audit.append(AuditTrail.Entry.refused(AuditAction.ADDRESS_VERIFIED, origin)
          .because(List.of(Reason.failed("address-free", "An account with this address exists.")))
          .with(Map.of("email", pending.email().value())));
      return new Outcome.AddressTaken();
    }
    User user = opened.get();
    audit.append(AuditTrail.Entry.success(AuditAction.ADDRESS_VERIFIED, origin).by(user.id())
        .with(Map.of("email", pending.email().value())));
    pending.organization().ifPresent(name -> founding.found(name, pending.slug(), user, origin));
    List<SignedIn.Place> places = joining.join(user, memberships.placesOf(user.id()), origin);
    return new Outcome.SignedIn(sessions.open(user, places, new Proof.EmailCode(now),
        command.browser(), origin));
  }

  private Outcome refuse(String reason, Origin origin) {
    audit.append(AuditTrail.Entry.refused(AuditAction.ADDRESS_VERIFIED, origin)
        .because(List.of(Reason.failed("code-valid", reason))));
    return new Outcome.CodeInvalid();
  }

  /** The answer to a challenge. */
  public record Command(SecretId challenge, MailedCode code, Browser browser, Origin origin) {}

  /** What came of it. */
  public sealed interface Outcome {
    record SignedIn(SessionOpening.Opened opened) implements Outcome {}

    /** Wrong, used, expired, used up or never there: deliberately one answer. */
    record CodeInvalid() implements Outcome {}

    /** Somebody who also reads this mailbox was faster. */
    record AddressTaken() implements Outcome {}
  }
}
