package dev.latchkey.domain.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How often somebody guessed wrong lately. From the fifth failure on each further try has to wait, longer and longer;
 * at a hundred passwords are not looked at any more. One failure is forgiven every 864 seconds, a hundred in a day.
 *
 * @param failures tries that were not right, or whose result is still out
 * @param lastAt when the last of them was counted; also the start of forgiving
 */
public record GuessCount(int failures, Instant lastAt) {
  public static final int FREE_TRIES = 5;
  public static final int HARD_STOP = 100;
  /** After how long without a further one a failure is forgiven, one by one. */
  public static final Duration FORGIVEN_EVERY = Duration.ofDays(1).dividedBy(HARD_STOP);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

  public static GuessCount none(Instant now) {
    return new GuessCount(0, now);
  }

  /** How long a try has to wait; empty if it may be made at once. */
  public Optional<Duration> waitAt(Instant now) {
    int counted = remaining(now);
    if (counted >= HARD_STOP) {
      return Optional.of(FORGIVEN_EVERY);
    }
    if (counted < FREE_TRIES) {
      return Optional.empty();
    }
    Duration pause = Duration.ofSeconds(1L << Math.min(counted - FREE_TRIES, 20));
    Duration left = Duration.between(now, lastAt.plus(pause.compareTo(LONGEST_WAIT) < 0 ? pause : LONGEST_WAIT));
    return left.isPositive() ? Optional.of(left) : Optional.empty();
  }

  /** How long it takes until fewer than this many are left; empty if there are. */
  public Optional<Duration> waitUntilBelow(int most, Instant now) {
    int over = remaining(now) - most + 1;
    return over > 0 ? Optional.of(FORGIVEN_EVERY.multipliedBy(over)) : Optional.empty();
  }

  /** One try more, counted before its result is known so that parallel tries can't overtake the count. */
  public GuessCount counted(Instant now) {
    return new GuessCount(remaining(now) + 1, now.isAfter(lastAt) ? now : lastAt);
  }

  private int remaining(Instant now) {
    long forgiven = Math.max(0, Duration.between(lastAt, now).dividedBy(FORGIVEN_EVERY));
    return (int) Math.max(0, failures - forgiven);
  }
}
