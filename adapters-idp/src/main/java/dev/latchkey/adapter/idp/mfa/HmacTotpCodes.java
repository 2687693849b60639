package dev.latchkey.adapter.idp.mfa;

import dev.latchkey.application.mfa.TotpCodes;
import dev.latchkey.domain.mfa.TotpCode;
import dev.latchkey.domain.mfa.TotpSecret;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** {@link TotpCodes} by HMAC-SHA-1, as all authenticator apps understand it (RFC 6238, RFC 4226). */
public final class HmacTotpCodes implements TotpCodes {
  private static final int STEP_SECONDS = 30;
  private static final int WINDOW = 1;
  private static final int KEY_BYTES = 20;
  private static final String ALGORITHM = "HmacSHA1";

  @Override
  public OptionalLong matchingStep(TotpSecret secret, TotpCode code, Instant now) {
    long current = Math.floorDiv(now.getEpochSecond(), STEP_SECONDS);
    byte[] key = decode(secret.base32());
    // All steps are computed, so that the time taken doesn't tell how far a clock is off.
    long[] matching = LongStream.rangeClosed(current - WINDOW, current + WINDOW).filter(step -> isCode(key, step, code))
        .toArray();
    return Arrays.stream(matching).max();
  }

  private static boolean isCode(byte[] key, long step, TotpCode code) {
    byte[] expected = "%06d".formatted(truncated(key, step)).getBytes(StandardCharsets.US_ASCII);
    return MessageDigest.isEqual(expected, code.digits().getBytes(StandardCharsets.US_ASCII));
  }

  /** Dynamic truncation, RFC 4226 §5.3. */
  private static int truncated(byte[] key, long step) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      byte[] digest = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
      int offset = digest[digest.length - 1] & 0x0f;
      return (ByteBuffer.wrap(digest).getInt(offset) & 0x7fffffff) % 1_000_000;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
    }
  }

  /** Base 32 without padding (RFC 4648 §6): digits of a number to the base 32 once its alphabet is Java's. */
  private static byte[] decode(String base32) {
    StringBuilder digits = new StringBuilder();
    base32.chars().forEach(c -> digits.append(Character.forDigit(c >= 'A' ? c - 'A' : c - '2' + 26, 32)));
    byte[] number = new BigInteger(digits.toString(), 32).toByteArray();
    byte[] key = new byte[KEY_BYTES];
    int length = Math.min(number.length, KEY_BYTES);
    System.arraycopy(number, number.length - length, key, KEY_BYTES - length, length);
    return key;
  }
}
