package dev.latchkey.domain.session;

import java.time.Duration;

/**
 * How long a session lives.
 *
 * @param idle longest time without a request
 * @param absolute longest time since sign-in
 */
public record SessionLimits(Duration idle, Duration absolute) {

  /** The stricter of both, each limit on its own. */
  public SessionLimits strictest(SessionLimits other) {
    return new SessionLimits(shorter(idle, other.idle), shorter(absolute, other.absolute));
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
