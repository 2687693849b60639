package dev.latchkey.domain.policy;

import dev.latchkey.domain.session.SignedIn;
import java.time.Instant;

/** Whether a session has shown something recently enough for a change that a stolen browser must not make. */
public final class FreshProof {
  private FreshProof() {}

  /** A second factor that is enrolled has to have been shown, too, whenever that was. */
  public static boolean isGiven(SignedIn signedIn, Instant now) {
    return MfaState.of(signedIn) != MfaState.REQUIRED && signedIn.session().proofs().freshAt(now);
  }
}
