package dev.latchkey.application.passkey;

import dev.latchkey.application.Ids;
import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.onetime.LinkTokens;
import dev.latchkey.application.onetime.OneTimeSecrets.Taken;
import dev.latchkey.application.passkey.PasskeyCeremonies.Registration;
import dev.latchkey.application.policy.BreakGlassAlarm;
import dev.latchkey.application.session.SessionPromotion;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.mail.MailContent.AuthenticatorChanged.Change;
import dev.latchkey.domain.onetime.LinkToken;
import dev.latchkey.domain.onetime.Purpose;
import dev.latchkey.domain.passkey.Passkey;
import dev.latchkey.domain.passkey.PasskeyId;
import dev.latchkey.domain.passkey.PasskeyName;
import dev.latchkey.domain.policy.Reason;
import dev.latchkey.domain.session.Proof;
import dev.latchkey.domain.session.SignedIn;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps a passkey that an authenticator has just made for the person; all other sessions of the account end. The
 * session has shown it thereby, as an app is shown by its first code.
 */
public final class RegisterPasskey {
  private final Passkeys passkeys;
  private final PasskeyCeremonies ceremonies;
  private final LinkTokens challenges;
  private final AuthenticatorChange changes;
  private final SessionPromotion promotion;
  private final BreakGlassAlarm alarm;
  private final AuditTrail audit;
  private final UnitOfWork unitOfWork;
  private final Ids ids;
  private final InstantSource clock;

  public RegisterPasskey(Passkeys passkeys, PasskeyCeremonies ceremonies, LinkTokens challenges,
      AuthenticatorChange changes,
      SessionPromotion promotion, BreakGlassAlarm alarm, AuditTrail audit, UnitOfWork unitOfWork, Ids ids,
      InstantSource clock) {
    this.passkeys = passkeys;
    this.ceremonies = ceremonies;
    this.challenges = challenges;
    this.changes = changes;
    this.promotion = promotion;
    this.alarm = alarm;
    this.audit = audit;
    this.unitOfWork = unitOfWork;
    this.ids = ids;
    this.clock = clock;
  }

  public Outcome register(Command command) {
    Optional<AuthenticatorChange.Obstacle> obstacle = changes.obstacle(command.signedIn());
    if (obstacle.isPresent()) {
      return switch (obstacle.get()) {
        case PROOF_TOO_OLD -> new Outcome.ProofTooOld();
        case PASSKEY_OWED -> new Outcome.PasskeyOwed();
      };
    }
    return unitOfWork.run(() -> switch (look(command)) {
      case Registration.Believed believed -> keep(command, believed);
      case Registration.Refused refused -> refuse(command, refused.reason(), new Outcome.Refused());
    });
  }

  private Registration look(Command command) {
    Optional<LinkToken> challenge = ceremonies.challengeOf(command.answer().clientData());
    if (challenge.isEmpty()) {
      return new Registration.Refused("The challenge is none of ours.");
    }
    return switch (challenges.redeem(Purpose.PASSKEY_REGISTRATION, challenge.get())) {
      case Taken.Refused refused -> new Registration.Refused("Challenge " + refused.reason() + ".");
      case Taken.Granted granted -> granted.facts().equals(ChallengeFacts.of(command.signedIn()))
          ? ceremonies.register(challenge.get(), command.answer())
          : new Registration.Refused("The challenge was given to another session.");
    };
  }

  private Outcome keep(Command command, Registration.Believed believed) {
    SignedIn signedIn = command.signedIn();
    UserId user = signedIn.person().id();
    Instant now = clock.instant();
    Passkey passkey = new Passkey(new PasskeyId(ids.next()), user, believed.credential(), believed.publicKey(),
        believed.userVerified(), believed.signatureCount(), command.name(), now, Optional.empty());
    return switch (passkeys.add(passkey)) {
      case CREDENTIAL_KNOWN -> refuse(command, "The credential is registered already.", new Outcome.Known());
      case TOO_MANY -> refuse(command, "There are enough of them.", new Outcome.TooMany());
      case ADDED -> {
        int ended = changes.made(signedIn, Change.PASSKEY_ADDED);
        audit.append(AuditTrail.Entry.success(AuditAction.PASSKEY_ADDED, command.origin()).by(user)
            .with(Map.of("passkey", passkey.id().value(), "name", passkey.name().value(), "userVerified",
                String.valueOf(believed.userVerified()), "sessionsEnded", String.valueOf(ended))));
        SessionPromotion.Promoted promoted = promotion.add(signedIn, new Proof.Passkey(now, believed.userVerified()));
        alarm.sound(signedIn, promoted.signedIn(), command.origin());
        yield new Outcome.Registered(passkey,
            promoted);
      }
    };
  }

  private Outcome refuse(Command command, String reason, Outcome outcome) {
    audit.append(AuditTrail.Entry.refused(AuditAction.PASSKEY_ADDED, command.origin())
        .by(command.signedIn().person().id()).because(List.of(Reason.failed("passkey-acceptable", reason))));
    return outcome;
  }

  /** What an authenticator answered, and what its owner calls the passkey. */
  public record Command(SignedIn signedIn, RegistrationAnswer answer, PasskeyName name, Origin origin) {}

  /** What came of it. */
  public sealed interface Outcome {
    record Registered(Passkey passkey, SessionPromotion.Promoted session) implements Outcome {}

    /** The challenge is used, expired or somebody else's, or the answer is not to be believed: start anew. */
    record Refused() implements Outcome {}

    /** The authenticator's credential is registered, with this account or another. */
    record Known() implements Outcome {}

    record TooMany() implements Outcome {}

    record ProofTooOld() implements Outcome {}

    /** A second factor is demanded, and the person has a passkey that stands for one: it has to be shown first. */
    record PasskeyOwed() implements Outcome {}
  }
}
