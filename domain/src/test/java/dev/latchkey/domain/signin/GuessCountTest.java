package dev.latchkey.domain.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class GuessCountTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void lets_five_tries_pass_at_once_and_makes_the_sixth_wait() {
    GuessCount count = GuessCount.none(NOON);
    for (int i = 0; i < 5; i++) {
      assertThat(count.waitAt(NOON)).as("try %s", i + 1).isEmpty();
      count = count.counted(NOON);
    }
    assertThat(count.waitAt(NOON)).contains(Duration.ofSeconds(1));
    assertThat(count.waitAt(NOON.plusSeconds(1))).isEmpty();
  }

  @Test
  void waits_longer_with_each_failure_but_never_more_than_five_minutes() {
    assertThat(new GuessCount(6, NOON).waitAt(NOON)).contains(Duration.ofSeconds(2));
    assertThat(new GuessCount(7, NOON).waitAt(NOON)).contains(Duration.ofSeconds(4));
    assertThat(new GuessCount(60, NOON).waitAt(NOON)).contains(Duration.ofMinutes(5));
  }

  @Test
  void stops_at_a_hundred() {
    assertThat(new GuessCount(100, NOON).waitAt(NOON.plus(Duration.ofMinutes(10)))).isPresent();
    assertThat(new GuessCount(99, NOON).waitAt(NOON.plus(Duration.ofMinutes(10)))).isEmpty();
  }

  @Test
  void forgives_a_hundred_failures_in_a_day() {
    GuessCount count = new GuessCount(100, NOON);
    assertThat(count.counted(NOON.plus(Duration.ofDays(1))).failures()).isEqualTo(1);
    assertThat(count.counted(NOON.plus(Duration.ofHours(12))).failures()).isEqualTo(51);
  }

  @Test
  void gains_nothing_from_a_clock_that_is_set_back() {
    GuessCount count = new GuessCount(6, NOON).counted(NOON.minusSeconds(3600));
    assertThat(count).isEqualTo(new GuessCount(7, NOON));
    assertThat(count.waitAt(NOON.minusSeconds(3600))).isPresent();
  }
}
