package dev.latchkey.domain.mfa;

/** What a person types to show the second factor. */
public sealed interface SecondFactorAnswer {
  record Totp(TotpCode code) implements SecondFactorAnswer {}

  record Recovery(RecoveryCode code) implements SecondFactorAnswer {}
}
