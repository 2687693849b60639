package dev.latchkey.adapter.web.mfa;

import dev.latchkey.adapter.web.answer.Code;
import dev.latchkey.adapter.web.answer.Refusal;
import dev.latchkey.adapter.web.session.ProofTooOld;
import java.time.Duration;

/** What several routes about the second factor answer. */
final class MfaRefusals {
  static final Refusal PROOF_TOO_OLD = ProofTooOld.REFUSAL;
  static final Refusal CODE_INVALID = Refusal.of(Code.CODE_INVALID, "The code is wrong, or it was used before.");
  static final Refusal NOT_ENROLLED = Refusal.of(Code.NOT_FOUND, "No second factor is set up.");
  static final Refusal DEMANDED = Refusal.of(Code.CONFLICT,
      "An organization of yours insists on a second factor, so it can't be removed.");
  static final Refusal LAST_BREAK_GLASS = Refusal.of(Code.LAST_BREAK_GLASS,
      "Nobody else gets into an organization of yours if its identity provider fails. "
          + "Please prepare another break-glass owner first.");
  static final Refusal NOT_OPTIONAL = Refusal
      .of(Code.MFA_ENROLMENT_REQUIRED, "An organization of yours insists on a second factor. Please set one up.")
      .redirectTo(SetUpMfaPage.PATH);

  private MfaRefusals() {}

  static Refusal tooManyTries(Duration retryAfter) {
    return Refusal.tooManyRequests("Too many tries for this account. Please wait.", retryAfter);
  }
}
