package dev.latchkey.adapter.web.answer;

import java.time.Duration;

/** How {@code Retry-After} is written (RFC 9110 §10.2.3). */
public final class RetryAfter {
  private RetryAfter() {}

  /** Whole seconds, rounded up, so that coming back then is not too early. */
  public static String of(Duration pause) {
    return String.valueOf(Math.max(1, pause.plusMillis(999).toSeconds()));
  }
}
