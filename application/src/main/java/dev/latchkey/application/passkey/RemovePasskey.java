package dev.latchkey.application.passkey;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.session.SessionPromotion;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.mail.MailContent.AuthenticatorChanged.Change;
import dev.latchkey.domain.passkey.Passkey;
import dev.latchkey.domain.passkey.PasskeyId;
import dev.latchkey.domain.session.SignedIn;
import java.util.Map;
import java.util.Optional;

/**
 * Takes a passkey off an account; all other sessions end, and the one that asks goes on under a new token. Once no
 * passkey is left that stands for a second factor, none that the session has shown does either. It is never the last
 * way in: a mailed link always works.
 */
public final class RemovePasskey {
  private final Passkeys passkeys;
  private final AuthenticatorChange changes;
  private final SessionPromotion promotion;
  private final AuditTrail audit;
  private final UnitOfWork unitOfWork;

  public RemovePasskey(Passkeys passkeys, AuthenticatorChange changes, SessionPromotion promotion, AuditTrail audit,
      UnitOfWork unitOfWork) {
    this.passkeys = passkeys;
    this.changes = changes;
    this.promotion = promotion;
    this.audit = audit;
    this.unitOfWork = unitOfWork;
  }

  public Outcome remove(SignedIn signedIn, PasskeyId passkey, Origin origin) {
    Optional<AuthenticatorChange.Obstacle> obstacle = changes.obstacle(signedIn);
    if (obstacle.isPresent()) {
      return switch (obstacle.get()) {
        case PROOF_TOO_OLD -> new Outcome.ProofTooOld();
        case PASSKEY_OWED -> new Outcome.PasskeyOwed();
      };
    }
    return unitOfWork.run(() -> passkeys.remove(signedIn.person().id(), passkey)
        ? removed(signedIn, passkey, origin)
        : new Outcome.NotFound());
  }

  private Outcome removed(SignedIn signedIn, PasskeyId passkey, Origin origin) {
    int ended = changes.made(signedIn, Change.PASSKEY_REMOVED);
    audit.append(AuditTrail.Entry.success(AuditAction.PASSKEY_REMOVED, origin).by(signedIn.person().id())
        .with(Map.of("passkey", passkey.value(), "sessionsEnded", String.valueOf(ended))));
    boolean noneLeft = passkeys.of(signedIn.person().id()).stream().noneMatch(Passkey::userVerified);
    return new Outcome.Removed(noneLeft ? promotion.weakenPasskeys(signedIn) : promotion.goOn(signedIn));
  }

  /** What came of it. */
  public sealed interface Outcome {
    record Removed(SessionPromotion.Promoted session) implements Outcome {}

    /** There is none of this id, or it is somebody else's. */
    record NotFound() implements Outcome {}

    record ProofTooOld() implements Outcome {}

    /** A second factor is demanded, and the person has a passkey that stands for one: it has to be shown first. */
    record PasskeyOwed() implements Outcome {}
  }
}
