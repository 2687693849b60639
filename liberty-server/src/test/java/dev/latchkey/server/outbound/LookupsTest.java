package dev.latchkey.server.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import okhttp3.Dns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Name servers that never answer hold up nobody but whoever owns them. */
@Timeout(30)
class LookupsTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofSeconds(2);

  private final CountDownLatch answered = new CountDownLatch(1);
  private final CountDownLatch asked = new CountDownLatch(2);
  private final ExecutorService callers = Executors.newCachedThreadPool();
  /** As the system's resolver: it can't be interrupted. */
  private final Dns names = host -> {
    if (host.endsWith("slow.example")) {
      asked.countDown();
      awaitAnswer();
    }
    return List.of(InetAddress.getLoopbackAddress());
  };

  @AfterEach
  void stop() {
    answered.countDown();
    callers.shutdownNow();
  }

  @Test
  void leaves_threads_to_others_however_many_names_of_one_owner_get_no_answer() throws Exception {
    try (Lookups lookups = new Lookups(names, SHORT, 3)) {
      List<Future<List<InetAddress>>> stuck = IntStream.range(0, 16)
          .mapToObj(host -> callers.submit(() -> lookups.lookup("h" + host + ".slow.example"))).toList();
      asked.await();
      assertThat(lookups.lookup("login.innocent.example")).isNotEmpty();
      assertThat(stuck).allSatisfy(it -> assertThatThrownBy(it::get).cause().isInstanceOf(UnknownHostException.class)
          .hasMessageStartingWith("No address was found for h"));
      assertThat(lookups.lookup("login.innocent.example")).isNotEmpty();
      assertThatThrownBy(() -> lookups.lookup("another.slow.example")).isInstanceOf(UnknownHostException.class);
    }
  }

  @Test
  void lets_a_name_wait_for_its_turn() throws Exception {
    try (Lookups lookups = new Lookups(names, LONG, 2)) {
      List<Future<List<InetAddress>>> slow = IntStream.range(0, 2)
          .mapToObj(host -> callers.submit(() -> lookups.lookup("h" + host + ".slow.example"))).toList();
      asked.await();
      Future<List<InetAddress>> same = callers.submit(() -> lookups.lookup("h2.slow.example"));
      Future<List<InetAddress>> other = callers.submit(() -> lookups.lookup("login.innocent.example"));
      assertThat(same).isNotDone();
      assertThat(other).isNotDone();
      answered.countDown();
      assertThat(same.get()).isNotEmpty();
      assertThat(other.get()).isNotEmpty();
      assertThat(slow).allSatisfy(it -> assertThat(it.get()).isNotEmpty());
    }
  }

  private void awaitAnswer() {
    boolean interrupted = false;
    while (answered.getCount() > 0) {
      try {
        answered.await();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
