package dev.latchkey.server.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RepeatedWorkTest {
  private static final Duration A_DAY = Duration.ofDays(1);

  private final Semaphore rounds = new Semaphore(0);
  private final Bell bell = new Bell();

  @Test
  void rests_no_longer_when_the_bell_is_rung() throws InterruptedException {
    try (RepeatedWork work = work(false)) {
      work.start();
      nextRound();
      bell.ring();
      nextRound();
    }
  }

  @Test
  void goes_on_after_a_round_that_failed() throws InterruptedException {
    try (RepeatedWork work = work(true)) {
      work.start();
      nextRound();
      bell.ring();
      nextRound();
    }
  }

  private RepeatedWork work(boolean failing) {
    return new RepeatedWork("test", () -> {
      rounds.release();
      if (failing) {
        throw new IllegalStateException("on purpose");
      }
      return A_DAY;
    }, A_DAY, bell);
  }

  private void nextRound() throws InterruptedException {
    assertThat(rounds.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
  }
}
