package dev.latchkey.server.e2e;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An authenticator app, written after RFC 6238 and its appendix A, and not after our own code. */
public final class Authenticator {
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private final byte[] key;

  /** @param secret in base 32, as it is typed into an app */
  public Authenticator(String secret) {
    BigInteger number = BigInteger.ZERO;
    for (int i = 0; i < secret.length(); i++) {
      number = number.shiftLeft(5).or(BigInteger.valueOf(BASE32.indexOf(secret.charAt(i))));
    }
    ByteBuffer bytes = ByteBuffer.allocate(20);
    for (int i = 19; i >= 0; i--) {
      bytes.put(number.shiftRight(8 * i).byteValue());
    }
    key = bytes.array();
  }

  /** What it shows, some steps of thirty seconds from now. */
  public String code(int steps) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(key, "RAW"));
      byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(Instant.now().getEpochSecond() / 30 + steps).array());
      int offset = hash[hash.length - 1] & 0xf;
      return "%06d".formatted((ByteBuffer.wrap(hash).getInt(offset) & 0x7fffffff) % 1_000_000);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A code that is none of those around now. */
  public String wrongCode() {
    return code(100);
  }

  /** Waits, if need be, until this step has so many seconds left that a test doesn't slip into the next one. */
  public static void awaitRoom(int seconds) {
    long left = 30 - Instant.now().getEpochSecond() % 30;
    if (left < seconds) {
      try {
        TimeUnit.SECONDS.sleep(left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }
}
