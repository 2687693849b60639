package dev.latchkey.adapter.persistence.database;

import dev.latchkey.application.Unavailable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** Runs again, a few times, what lost against something concurrent; the pauses grow from milliseconds to half a second. */
final class Attempts {
  private static final int MOST = 8;
  private static final int FIRST_PAUSE_MILLIS = 4;

  private Attempts() {}

  /** @throws Unavailable if it lost every time */
  static <T> T untilItWins(Supplier<T> work) {
    for (int attempt = 1;; attempt++) {
      try {
        return work.get();
      } catch (Conflict e) {
        if (attempt == MOST) {
          throw new Unavailable("database", Failures.RETRY_AFTER, e);
        }
        pause(attempt);
      }
    }
  }

  /** Different for each, so that those who collided don't collide again. */
  private static void pause(int attempt) {
    try {
      Thread.sleep(ThreadLocalRandom.current().nextLong(1, (long) FIRST_PAUSE_MILLIS << attempt));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable("database", Failures.RETRY_AFTER, e);
    }
  }
}
