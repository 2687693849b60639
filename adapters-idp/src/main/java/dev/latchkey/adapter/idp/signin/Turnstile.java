package dev.latchkey.adapter.idp.signin;

import dev.latchkey.application.Unavailable;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Lets few through at once, lets some wait for a moment in the order in which they came, and turns the rest away. What
 * costs much computing goes through one of these, so that a flood of sign-ins leaves cores for everything else.
 */
public final class Turnstile {
  private static final int WAITING_PER_PLACE = 8;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

  private final Semaphore places;
  private final AtomicInteger inside = new AtomicInteger();
  private final int most;
  private final Duration longestWait;

  /** @param atOnce how many work at the same time; eight times as many may wait */
  public Turnstile(int atOnce) {
    this(atOnce, LONGEST_WAIT);
  }

  Turnstile(int atOnce, Duration longestWait) {
    this.places = new Semaphore(atOnce, true);
    this.most = atOnce * (1 + WAITING_PER_PLACE);
    this.longestWait = longestWait;
  }

  /** @throws Unavailable if too many are waiting already, or no place became free in time */
  public <T> T pass(Supplier<T> work) {
    try {
      if (inside.incrementAndGet() > most || !places.tryAcquire(longestWait.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new Unavailable("password hashing", LONGEST_WAIT);
      }
      try {
        return work.get();
      } finally {
        places.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable("password hashing", LONGEST_WAIT, e);
    } finally {
      inside.decrementAndGet();
    }
  }

  /** How many work or wait right now. */
  int inside() {
    return inside.get();
  }
}
