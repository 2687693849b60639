package dev.latchkey.adapter.idp.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.application.Unavailable;
import dev.latchkey.application.contract.Together;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TurnstileTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  @Test
  void lets_through_as_many_at_once_as_it_has_places() {
    Turnstile turnstile = new Turnstile(2, LONG);
    AtomicInteger inside = new AtomicInteger();
    List<Integer> seen = Together.run(8, () -> turnstile.pass(() -> {
      int now = inside.incrementAndGet();
      Thread.onSpinWait();
      inside.decrementAndGet();
      return now;
    }));
    assertThat(seen).allMatch(count -> count <= 2);
  }

  @Test
  void turns_away_at_once_who_comes_when_eight_are_waiting() throws Exception {
    Turnstile turnstile = new Turnstile(1, LONG);
    CountDownLatch open = new CountDownLatch(1);
    try (ExecutorService executor = Executors.newCachedThreadPool()) {
      List<Future<Boolean>> admitted = IntStream.range(0, 9)
          .mapToObj(i -> executor.submit(() -> turnstile.pass(() -> await(open)))).toList();
      while (turnstile.inside() < 9) {
        Thread.onSpinWait();
      }
      assertThatThrownBy(() -> turnstile.pass(() -> true)).isInstanceOf(Unavailable.class)
          .extracting(e -> ((Unavailable) e).retryAfter()).isEqualTo(Duration.ofSeconds(5));
      open.countDown();
      for (Future<Boolean> each : admitted) {
        assertThat(each.get(30, TimeUnit.SECONDS)).isTrue();
      }
    }
    assertThat(turnstile.pass(() -> true)).isTrue();
  }

  @Test
  void turns_away_who_waited_too_long() throws Exception {
    Turnstile turnstile = new Turnstile(1, Duration.ofMillis(1));
    CountDownLatch open = new CountDownLatch(1);
    try (ExecutorService executor = Executors.newCachedThreadPool()) {
      CountDownLatch taken = new CountDownLatch(1);
      Future<Boolean> first = executor.submit(() -> turnstile.pass(() -> {
        taken.countDown();
        return await(open);
      }));
      await(taken);
      assertThatThrownBy(() -> turnstile.pass(() -> true)).isInstanceOf(Unavailable.class);
      open.countDown();
      assertThat(first.get(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void frees_the_place_of_a_work_that_throws() {
    Turnstile turnstile = new Turnstile(1, Duration.ofMillis(1));
    assertThatThrownBy(() -> turnstile.pass(() -> {
      throw new IllegalStateException("on purpose");
    })).hasMessage("on purpose");
    assertThat(turnstile.pass(() -> true)).isTrue();
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
