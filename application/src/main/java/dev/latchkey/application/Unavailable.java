package dev.latchkey.application;

import java.time.Duration;

/** A part that the answer depends on is down or busy; trying again later helps. */
public final class Unavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Duration retryAfter;

  public Unavailable(String part, Duration retryAfter, Throwable cause) {
    super(part, cause);
    this.retryAfter = retryAfter;
  }

  public Unavailable(String part, Duration retryAfter) {
    super(part);
    this.retryAfter = retryAfter;
  }

  public Duration retryAfter() {
    return retryAfter;
  }
}
