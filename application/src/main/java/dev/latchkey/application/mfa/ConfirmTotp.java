package dev.latchkey.application.mfa;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.account.Users;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.passkey.AuthenticatorChange;
import dev.latchkey.application.policy.BreakGlassAlarm;
import dev.latchkey.application.session.SessionPromotion;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.mail.MailContent.AuthenticatorChanged.Change;
import dev.latchkey.domain.mfa.RecoveryCode;
import dev.latchkey.domain.mfa.TotpAuthenticator;
import dev.latchkey.domain.mfa.TotpCode;
import dev.latchkey.domain.mfa.TotpSecret;
import dev.latchkey.domain.session.Proof;
import dev.latchkey.domain.session.SignedIn;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Enrols an authenticator app with the first code that it shows; all other sessions of the account end. */
public final class ConfirmTotp {
  private final TotpAuthenticators authenticators;
  private final TotpCodes codes;
  private final RecoveryCodeIssue recovery;
  private final Users users;
  private final AuthenticatorChange changes;
  private final SessionPromotion promotion;
  private final BreakGlassAlarm alarm;
  private final AuditTrail audit;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  public ConfirmTotp(TotpAuthenticators authenticators, TotpCodes codes, RecoveryCodeIssue recovery, Users users,
      AuthenticatorChange changes, SessionPromotion promotion, BreakGlassAlarm alarm, AuditTrail audit,
      UnitOfWork unitOfWork,
      InstantSource clock) {
    this.authenticators = authenticators;
    this.codes = codes;
    this.recovery = recovery;
    this.users = users;
    this.changes = changes;
    this.promotion = promotion;
    this.alarm = alarm;
    this.audit = audit;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  public Outcome confirm(SignedIn signedIn, TotpCode code, Origin origin) {
    Optional<AuthenticatorChange.Obstacle> obstacle = changes.obstacle(signedIn);
    if (obstacle.isPresent()) {
      return switch (obstacle.get()) {
        case PROOF_TOO_OLD -> new Outcome.ProofTooOld();
        case PASSKEY_OWED -> new Outcome.PasskeyOwed();
      };
    }
    Instant now = clock.instant();
    return unitOfWork.run(() -> {
      TotpAuthenticator authenticator = authenticators.lock(signedIn.person().id());
      Optional<TotpSecret> offered = authenticator.offered();
      if (offered.isEmpty()) {
        return new Outcome.NothingOffered();
      }
      OptionalLong step = codes.matchingStep(offered.get(), code, now);
      if (step.isEmpty()) {
        return new Outcome.CodeInvalid();
      }
      authenticators.save(authenticator.confirmed(step.getAsLong()));
      return enrol(signedIn, origin, now);
    });
  }

  private Outcome enrol(SignedIn signedIn, Origin origin, Instant now) {
    User user = users.find(signedIn.person().id()).orElseThrow();
    users.save(user.withMfa(true));
    int ended = changes.made(signedIn, Change.APP_ADDED);
    List<RecoveryCode> recoveryCodes = recovery.issue(user.id());
    audit.append(AuditTrail.Entry.success(AuditAction.MFA_ENROLLED, origin).by(user.id())
        .with(Map.of("method", "totp", "sessionsEnded", String.valueOf(ended))));
    SessionPromotion.Promoted promoted = promotion.add(signedIn, new Proof.Totp(now));
    alarm.sound(signedIn, promoted.signedIn(), origin);
    return new Outcome.Enrolled(recoveryCodes, promoted);
  }

  /** What came of it. */
  public sealed interface Outcome {
    /** @param recoveryCodes to be shown this once */
    record Enrolled(List<RecoveryCode> recoveryCodes, SessionPromotion.Promoted session) implements Outcome {}

    record CodeInvalid() implements Outcome {}

    /** No key waits for a code: enrolment has to start anew. */
    record NothingOffered() implements Outcome {}

    record ProofTooOld() implements Outcome {}

    /** A second factor is demanded, and the person has a passkey that stands for one: it has to be shown first. */
    record PasskeyOwed() implements Outcome {}
  }
}
