package dev.latchkey.domain.mail;

import java.time.Duration;

/** When a mail that could not be handed over is tried again. */
public final class RetrySchedule {
  private static final int DOUBLINGS = 5;

  private RetrySchedule() {}

  /** @return 2, 4, 8, 16 and then 32 seconds: short, because most mails carry a code that lives for minutes */
  public static Duration pauseAfter(int failures) {
    return Duration.ofSeconds(1L << Math.clamp(failures, 1, DOUBLINGS));
  }
}
