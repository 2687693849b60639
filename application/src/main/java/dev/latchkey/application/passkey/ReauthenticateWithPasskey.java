package dev.latchkey.application.passkey;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.guessing.GuessLimit;
import dev.latchkey.application.passkey.PasskeyCheck.Checked;
import dev.latchkey.application.policy.BreakGlassAlarm;
import dev.latchkey.application.session.SessionPromotion;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.policy.Reason;
import dev.latchkey.domain.session.SignedIn;
import dev.latchkey.domain.signin.GuessKey;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Gives a session a fresh proof before a sensitive change, by one of the person's own passkeys. */
public final class ReauthenticateWithPasskey {
  private final PasskeyCheck check;
  private final GuessLimit guesses;
  private final SessionPromotion promotion;
  private final BreakGlassAlarm alarm;
  private final AuditTrail audit;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  public ReauthenticateWithPasskey(PasskeyCheck check, GuessLimit guesses, SessionPromotion promotion,
      BreakGlassAlarm alarm,
      AuditTrail audit, UnitOfWork unitOfWork, InstantSource clock) {
    this.check = check;
    this.guesses = guesses;
    this.promotion = promotion;
    this.alarm = alarm;
    this.audit = audit;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  public Outcome reauthenticate(SignedIn signedIn, AssertionAnswer answer, Origin origin) {
    UserId user = signedIn.person().id();
    return unitOfWork.run(() -> switch (check.check(answer, clock.instant())) {
      case Checked.Refused refused -> refuse(user, refused.reason(), origin);
      case Checked.Proven proven when !proven.passkey().user().equals(user) -> refuse(user,
          "The passkey is somebody else's.", origin);
      case Checked.Proven proven -> {
        guesses.forgive(GuessKey.of(signedIn.person().email()));
        audit.append(AuditTrail.Entry.success(AuditAction.REAUTHENTICATED, origin).by(user)
            .because(List.of(Reason.passed("passkey-valid", proven.passkey().id().value()))));
        SessionPromotion.Promoted promoted = promotion.add(signedIn, proven.proof());
        alarm.sound(signedIn, promoted.signedIn(), origin);
        yield new Outcome.Proven(promoted);
      }
    });
  }

  private Outcome refuse(UserId user, String reason, Origin origin) {
    audit.append(AuditTrail.Entry.refused(AuditAction.REAUTHENTICATED, origin).by(Optional.of(user))
        .because(List.of(Reason.failed("passkey-valid", reason))));
    return new Outcome.Refused();
  }

  /** What came of it. */
  public sealed interface Outcome {
    record Proven(SessionPromotion.Promoted session) implements Outcome {}

    record Refused() implements Outcome {}
  }
}
