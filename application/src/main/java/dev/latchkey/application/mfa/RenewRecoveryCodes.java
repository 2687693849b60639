package dev.latchkey.application.mfa;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.domainclaim.AccountProof;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.mfa.RecoveryCode;
import dev.latchkey.domain.session.SignedIn;
import java.util.List;

/** Replaces all recovery codes of an account that has a second factor. */
public final class RenewRecoveryCodes {
  private final RecoveryCodeIssue recovery;
  private final AuditTrail audit;
  private final UnitOfWork unitOfWork;
  private final AccountProof proof;

  public RenewRecoveryCodes(RecoveryCodeIssue recovery, AuditTrail audit, UnitOfWork unitOfWork,
      AccountProof proof) {
    this.recovery = recovery;
    this.audit = audit;
    this.unitOfWork = unitOfWork;
    this.proof = proof;
  }

  public Outcome renew(SignedIn signedIn, Origin origin) {
    if (!signedIn.person().mfaEnrolled()) {
      return new Outcome.NotEnrolled();
    }
    if (!proof.isFresh(signedIn)) {
      return new Outcome.ProofTooOld();
    }
    return unitOfWork.run(() -> {
      audit.append(AuditTrail.Entry.success(AuditAction.RECOVERY_CODES_RENEWED, origin)
          .by(signedIn.person().id()));
      return new Outcome.Renewed(recovery.issue(signedIn.person().id()));
    });
  }

  /** What came of it. */
  public sealed interface Outcome {
    /** @param recoveryCodes to be shown this once */
    record Renewed(List<RecoveryCode> recoveryCodes) implements Outcome {}

    record NotEnrolled() implements Outcome {}

    record ProofTooOld() implements Outcome {}
  }
}
