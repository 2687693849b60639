package dev.latchkey.adapter.web.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TimesTest {

  private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");

  private final Messages messages = Messages.of(Locale.UK);

  @Test
  void tells_how_long_ago_in_the_largest_whole_unit() {
    assertThat(ago(Duration.ofSeconds(59))).isEqualTo("just now");
    assertThat(ago(Duration.ofSeconds(60))).isEqualTo("1 minute ago");
    assertThat(ago(Duration.ofMinutes(119))).isEqualTo("1 hour ago");
    assertThat(ago(Duration.ofDays(3).plusHours(23))).isEqualTo("3 days ago");
  }

  @Test
  void tells_what_is_still_ahead() {
    assertThat(ago(Duration.ofHours(-5))).isEqualTo("in 5 hours");
    assertThat(ago(Duration.ofHours(-12).plusSeconds(59))).isEqualTo("in 12 hours");
    assertThat(ago(Duration.ofHours(-12).plusSeconds(60))).isEqualTo("in 11 hours");
  }

  @Test
  void never_asks_to_come_back_too_early() {
    assertThat(Times.wait(messages, Duration.ofMillis(200))).isEqualTo("1 second");
    assertThat(Times.wait(messages, Duration.ofMillis(4200))).isEqualTo("5 seconds");
    assertThat(Times.wait(messages, Duration.ofSeconds(60))).isEqualTo("1 minute");
    assertThat(Times.wait(messages, Duration.ofSeconds(61))).isEqualTo("2 minutes");
    assertThat(Times.wait(messages, Duration.ofMinutes(59).plusSeconds(1))).isEqualTo("1 hour");
    assertThat(Times.wait(messages, Duration.ofMinutes(61))).isEqualTo("2 hours");
  }

  @Test
  void writes_the_exact_time_with_its_zone() {
    assertThat(Times.exact(messages, NOW)).isEqualTo("21 Nov 2026, 09:00:00 UTC");
  }

  private String ago(Duration distance) {
    return Times.relative(messages, NOW.minus(distance), NOW);
  }
}
