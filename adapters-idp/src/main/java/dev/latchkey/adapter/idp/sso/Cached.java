package dev.latchkey.adapter.idp.sso;

import dev.latchkey.domain.sso.SsoFault;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Something of a provider's that is fetched once for all who need it at the same time and kept for an hour. If it can't
 * be had anew then, the old one serves a few hours more: a provider that fails here may well still sign people in.
 */
final class Cached<T> {
  private static final Duration FRESH = Duration.ofHours(1);
  private static final Duration USABLE = Duration.ofHours(5);
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final Source<T> source;
  private final InstantSource clock;
  private final ReentrantLock fetching = new ReentrantLock();
  private volatile @Nullable Held<T> held;
  private Instant lastTry = Instant.MIN;
  private Instant lastRenewal = Instant.MIN;

  Cached(Source<T> source, InstantSource clock) {
    this.source = source;
    this.clock = clock;
  }

  /** Where it comes from. */
  @FunctionalInterface
  interface Source<T> {
    T fetch(Deadline deadline) throws Refusal;
  }

  private record Held<T>(T value, Instant since) {}

  T get(Deadline deadline) throws Refusal {
    Held<T> current = held;
    if (current != null && isYounger(current, FRESH)) {
      return current.value();
    }
    return alone(deadline, () -> {
      Held<T> now = held;
      if (now != null && (isYounger(now, FRESH) || (isYounger(now, USABLE) && isRecent(lastTry)))) {
        return now.value();
      }
      try {
        return fetch(deadline);
      } catch (Refusal e) {
        if (now != null && isYounger(now, USABLE)) {
          return now.value();
        }
        throw e;
      }
    });
  }

  /** Anew, as something seems to be missing in it; but no more than once a minute, whoever asks. */
  T renewed(Deadline deadline) throws Refusal {
    return alone(deadline, () -> {
      Held<T> now = held;
      if (now != null && isRecent(lastRenewal)) {
        return now.value();
      }
      lastRenewal = clock.instant();
      return fetch(deadline);
    });
  }

  private T fetch(Deadline deadline) throws Refusal {
    lastTry = clock.instant();
    T value = source.fetch(deadline);
    held = new Held<>(value, clock.instant());
    return value;
  }

  private boolean isRecent(Instant moment) {
    return moment.isAfter(clock.instant().minus(PAUSE));
  }

  private boolean isYounger(Held<T> value, Duration age) {
    return value.since().plus(age).isAfter(clock.instant());
  }

  private T alone(Deadline deadline, Work<T> work) throws Refusal {
    try {
      if (!fetching.tryLock(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS)) {
        throw new Refusal(SsoFault.TIMEOUT, "The provider does not answer others either.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal(SsoFault.TIMEOUT, "Interrupted while waiting for the provider.");
    }
    try {
      return work.done();
    } finally {
      fetching.unlock();
    }
  }

  @FunctionalInterface
  private interface Work<T> {
    T done() throws Refusal;
  }
}
