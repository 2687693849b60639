package dev.latchkey.adapter.web.text;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;

/** Puts points in time and durations into words of the reader's language. */
public final class Times {

  private Times() {}

  /**
   * "3 minutes ago", "in 2 hours", "just now": seen from {@code now}, rounded down to the largest whole unit. What is
   * ahead keeps the minute that has begun, so that 12 hours are not 11 a second later.
   */
  public static String relative(Messages messages, Instant at, Instant now) {
    Duration ago = Duration.between(at, now);
    if (ago.abs().compareTo(Duration.ofMinutes(1)) < 0) {
      return messages.text("time.now");
    }
    if (ago.isPositive()) {
      return messages.text("time.ago", amount(messages, ago));
    }
    return messages.text("time.ahead", amount(messages, ago.abs().plusMinutes(1).minusNanos(1)));
  }

  /** "2 minutes", "1 hour": rounded down to the largest whole unit, seconds only below one minute. */
  public static String amount(Messages messages, Duration duration) {
    if (duration.toDays() > 0) {
      return messages.text("time.days", duration.toDays());
    }
    if (duration.toHours() > 0) {
      return messages.text("time.hours", duration.toHours());
    }
    if (duration.toMinutes() > 0) {
      return messages.text("time.minutes", duration.toMinutes());
    }
    return messages.text("time.seconds", Math.max(1, duration.toSeconds()));
  }

  /** How long to wait, rounded up, so that nobody comes back too early: "45 seconds", "3 minutes". */
  public static String wait(Messages messages, Duration duration) {
    Duration rounded = duration;
    for (Duration unit : List.of(Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofHours(1),
        Duration.ofDays(1))) {
      if (rounded.compareTo(unit) >= 0) {
        rounded = unit.multipliedBy(duration.plus(unit).minusNanos(1).dividedBy(unit));
      }
    }
    return amount(messages, rounded);
  }

  /** The exact time in UTC, the reader's way of writing it. */
  public static String exact(Messages messages, Instant at) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM).withLocale(messages.reader())
        .withZone(ZoneOffset.UTC).format(at) + " UTC";
  }
}
