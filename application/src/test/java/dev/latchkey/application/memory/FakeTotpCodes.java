package dev.latchkey.application.memory;

import dev.latchkey.application.mfa.TotpCodes;
import dev.latchkey.domain.mfa.TotpCode;
import dev.latchkey.domain.mfa.TotpSecret;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/** An authenticator app whose codes follow from key and time step as they should, but need no cryptography. */
public final class FakeTotpCodes implements TotpCodes {
  private static final int STEP_SECONDS = 30;

  @Override
  public OptionalLong matchingStep(TotpSecret secret, TotpCode code, Instant now) {
    long present = now.getEpochSecond() / STEP_SECONDS;
    return LongStream.rangeClosed(present - 1, present + 1)
        .filter(step -> codeAt(secret, Instant.ofEpochSecond(step * STEP_SECONDS)).equals(code)).max();
  }

  /** What the app shows at this time. */
  public static TotpCode codeAt(TotpSecret secret, Instant at) {
    long step = at.getEpochSecond() / STEP_SECONDS;
    return new TotpCode("%06d".formatted(Math.floorMod(secret.base32().hashCode() + step * 7919, 1_000_000)));
  }
}
