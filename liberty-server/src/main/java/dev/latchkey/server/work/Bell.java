package dev.latchkey.server.work;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes somebody who rests because there was nothing to do. Rung in vain it does no harm. */
public final class Bell {
  private final Semaphore rung = new Semaphore(0);

  public void ring() {
    rung.release();
  }

  /** Returns when the bell is rung, at once if that was since the last rest, and after this time at the latest. */
  public void rest(Duration atMost) throws InterruptedException {
    if (rung.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
      rung.drainPermits();
    }
  }
}
