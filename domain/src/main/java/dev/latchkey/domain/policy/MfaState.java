package dev.latchkey.domain.policy;

import dev.latchkey.domain.session.SignedIn;

/** Where a session stands with its second factor. */
public enum MfaState {
  /** None is enrolled and none is demanded. */
  NONE,
  /** One is enrolled and has not been shown: the session can do nothing else until it is. */
  REQUIRED,
  /** An organization demands one and none is enrolled. */
  ENROL, DONE;

  public static MfaState of(SignedIn signedIn) {
    if (signedIn.session().proofs().hasSecondFactor()) {
      return DONE;
    }
    if (signedIn.person().mfaEnrolled()) {
      return REQUIRED;
    }
    return signedIn.mfaDemanded() ? ENROL : NONE;
  }
}
