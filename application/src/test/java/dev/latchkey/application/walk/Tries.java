package dev.latchkey.application.walk;

import java.time.Duration;
import java.time.Instant;

/** What the model knows of counted tries: five are free, then each waits longer; one is forgiven every 864 seconds. */
final class Tries {
  private int counted;
  private Instant last = Instant.EPOCH;

  boolean mustWait(Instant now) {
    int left = left(now);
    long pause = left < 5 ? 0 : Math.min(300, Math.round(Math.pow(2, left - 5)));
    return left >= 100 || now.isBefore(last.plusSeconds(pause));
  }

  /** @return the how manyth it is */
  int count(Instant now) {
    counted = left(now) + 1;
    last = now;
    return counted;
  }

  void forget() {
    counted = 0;
  }

  private int left(Instant now) {
    return (int) Math.max(0, counted - Duration.between(last, now).toSeconds() / 864);
  }
}
