package dev.latchkey.application.passkey;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.domainclaim.AccountProof;
import dev.latchkey.application.session.OwnSessions;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.passkey.PasskeyId;
import dev.latchkey.domain.session.SignedIn;
import java.util.Map;
import java.util.Optional;

/** Takes a passkey off an account; all other sessions end. It is never the last way in: a mailed link always works. */
public final class RemovePasskey {
  private final Passkeys passkeys;
  private final OwnSessions sessions;
  private final AuditTrail audit;
  private final UnitOfWork unitOfWork;
  private final AccountProof proof;

  public RemovePasskey(Passkeys passkeys, OwnSessions sessions, AuditTrail audit, UnitOfWork unitOfWork,
      AccountProof proof) {
    this.passkeys = passkeys;
    this.sessions = sessions;
    this.audit = audit;
    this.unitOfWork = unitOfWork;
    this.proof = proof;
  }

  public Outcome remove(SignedIn signedIn, PasskeyId passkey, Origin origin) {
    if (!proof.isFresh(signedIn)) {
      return new Outcome.ProofTooOld();
    }
    UserId user = signedIn.person().id();
    return unitOfWork.run(() -> {
      if (!passkeys.remove(user, passkey)) {
        return new Outcome.NotFound();
      }
      int ended = sessions.endAll(user, Optional.of(signedIn.session().id()));
      audit.append(AuditTrail.Entry.success(AuditAction.PASSKEY_REMOVED, origin).by(user)
          .with(Map.of("passkey", passkey.value(), "sessionsEnded", String.valueOf(ended))));
      return new Outcome.Removed();
    });
  }

  /** What came of it. */
  public sealed interface Outcome {
    record Removed() implements Outcome {}

    /** There is none of this id, or it is somebody else's. */
    record NotFound() implements Outcome {}

    record ProofTooOld() implements Outcome {}
  }
}
