package dev.latchkey.adapter.web.mfa;

import dev.latchkey.adapter.web.answer.Code;
import dev.latchkey.adapter.web.answer.Refusal;

/** The answer of every sensitive change to a session that has shown nothing for a while. */
public final class ProofTooOld {
  public static final Refusal REFUSAL = Refusal
      .of(Code.REAUTHENTICATION_REQUIRED, "Please show again who you are; what you showed before is too old for this.")
      .redirectTo(ReauthenticatePage.PATH);

  private ProofTooOld() {}
}
