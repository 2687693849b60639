package dev.latchkey.application.mfa;

import dev.latchkey.domain.mfa.TotpCode;
import dev.latchkey.domain.mfa.TotpSecret;
import java.time.Instant;
import java.util.OptionalLong;

/** Computes codes of authenticator apps: SHA-1, six digits, steps of 30 seconds (RFC 6238). */
@FunctionalInterface
public interface TotpCodes {
  /** The time step whose code it is: the present one, the one before or the one after; empty if it is none of them. */
  OptionalLong matchingStep(TotpSecret secret, TotpCode code, Instant now);
}
