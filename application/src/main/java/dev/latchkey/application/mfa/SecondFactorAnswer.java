package dev.latchkey.application.mfa;

import dev.latchkey.domain.mfa.RecoveryCode;
import dev.latchkey.domain.mfa.TotpCode;

/** What a person types to show the second factor. */
public sealed interface SecondFactorAnswer {
  record Totp(TotpCode code) implements SecondFactorAnswer {}

  record Recovery(RecoveryCode code) implements SecondFactorAnswer {}
}
