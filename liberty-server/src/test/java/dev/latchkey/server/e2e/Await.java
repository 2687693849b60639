package dev.latchkey.server.e2e;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for what happens in the background, no longer than it takes. */
public final class Await {
  private Await() {}

  /** @throws IllegalStateException if it does not come true in time */
  public static void until(String what, Duration longest, BooleanSupplier condition) {
    if (!isTrueWithin(longest, condition)) {
      throw new IllegalStateException("Not within " + longest + ": " + what);
    }
  }

  public static boolean isTrueWithin(Duration longest, BooleanSupplier condition) {
    long deadline = System.nanoTime() + longest.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      pause();
    }
    return true;
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(25);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
