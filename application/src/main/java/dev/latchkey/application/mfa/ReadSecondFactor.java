package dev.latchkey.application.mfa;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.domain.session.SignedIn;

/** Tells people where their account stands with its second factor. */
public final class ReadSecondFactor {
  private final RecoveryCodes recovery;
  private final UnitOfWork unitOfWork;

  public ReadSecondFactor(RecoveryCodes recovery, UnitOfWork unitOfWork) {
    this.recovery = recovery;
    this.unitOfWork = unitOfWork;
  }

  public SecondFactor read(SignedIn signedIn) {
    int left = unitOfWork.run(() -> recovery.remaining(signedIn.person().id()));
    return new SecondFactor(signedIn.person().mfaEnrolled(), signedIn.mfaDemanded(), left);
  }

  /**
   * What there is.
   *
   * @param demanded whether an organization of the person insists on one
   */
  public record SecondFactor(boolean enrolled, boolean demanded, int recoveryCodesLeft) {}
}
