package dev.latchkey.adapter.idp.sso;

import dev.latchkey.domain.sso.SsoFault;
import java.time.Duration;

/** Until when all calls of one step have to be done, so that somebody who waits learns within seconds that it fails. */
final class Deadline {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final long end = System.nanoTime() + PATIENCE.toNanos();

  /** @throws Refusal if nothing remains */
  Duration remaining() throws Refusal {
    long left = end - System.nanoTime();
    if (left <= 0) {
      throw new Refusal(SsoFault.TIMEOUT, "The provider took longer than " + PATIENCE.toSeconds() + " seconds.");
    }
    return Duration.ofNanos(left);
  }
}
