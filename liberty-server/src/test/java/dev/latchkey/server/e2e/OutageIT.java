package dev.latchkey.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** While the database is away nobody is served and nobody is signed out; when it is back, all goes on by itself. */
class OutageIT {
  private static final Duration RECOVERY = Duration.ofSeconds(10);
  private static final String ME = "/api/auth/me";

  @TempDir
  static Path folder;
  private static TestDatabase database;
  private static LatchkeyProcess node;
  private static Person person;

  @BeforeAll
  static void start() {
    database = TestDatabase.startIn(folder.resolve("postgres"));
    node = LatchkeyProcess.in(folder).on(database).start();
    person = Person.signUp(browser(), new TrialMailbox(node.uri()));
  }

  @AfterAll
  static void stop() {
    node.close();
    database.close();
  }

  @Test
  void without_the_database_every_route_says_so_and_takes_no_cookie_away() {
    database.stop();
    try {
      List<Callable<ApiClient.Answer>> requests = List.of(() -> person.browser().get(ME),
          () -> person.browser().get("/api/user/organizations"), () -> person.browser().post("/api/auth/logout"),
          () -> Person.signIn(browser(), person.email(), Person.PASSWORD),
          () -> browser().post("/api/auth/signup", Person.application(Person.newAddress())),
          () -> Person.verify(browser(), "01ARZ3NDEKTSV4RRFFQ69G5FAV", "12345678"));
      List<ApiClient.Answer> answers = Together.run(requests.size(), requests::get);
      assertThat(answers).allSatisfy(answer -> {
        Envelope.assertRefused(answer, 503, "UNAVAILABLE");
        assertThat(answer.header("Retry-After").orElseThrow()).matches("[1-9][0-9]*");
        assertThat(answer.header("Set-Cookie")).isEmpty();
      });
      // What the person can quote leads to the line in the log.
      String requestId = answers.getFirst().header("X-Request-Id").orElseThrow();
      Await.until("a line in the log", RECOVERY, () -> node.log().stream().anyMatch(line -> line.contains(requestId)
          && line.contains("\"ext_requestId\":\"" + requestId + "\"")));

      ApiClient.Answer home = person.browser().get("/");
      assertThat(home.status()).isEqualTo(503);
      assertThat(home.header("Retry-After")).isPresent();
      assertThat(home.header("Set-Cookie")).isEmpty();
      assertThat(home.body()).doesNotContain(Envelope.INTERNALS);
      assertThat(browser().get("/sign-in").status()).isEqualTo(200);
      assertThat(node.managementStatus("/health/ready")).isEqualTo(503);
      assertThat(node.managementStatus("/health/live")).isEqualTo(200);
    } finally {
      database.startAgain();
    }
    Await.until("recovery", RECOVERY, () -> person.browser().get(ME).status() == 200);
    Await.until("readiness", RECOVERY, () -> node.managementStatus("/health/ready") == 200);
    assertThat(Person.signIn(browser(), person.email(), Person.PASSWORD).status()).isEqualTo(200);
    assertThat(node.handle().isAlive()).isTrue();
  }

  @Test
  void a_restart_of_the_database_under_load_signs_nobody_out() {
    AtomicBoolean over = new AtomicBoolean();
    List<List<ApiClient.Answer>> answers = Together.run(4, i -> () -> {
      List<ApiClient.Answer> mine = new ArrayList<>();
      if (i == 0) {
        database.stop();
        database.startAgain();
        Await.until("recovery", RECOVERY, () -> person.browser().get(ME).status() == 200);
        over.set(true);
      }
      while (!over.get()) {
        mine.add(person.browser().get(ME));
      }
      return mine;
    });
    assertThat(answers.stream().flatMap(List::stream)).isNotEmpty().allSatisfy(answer -> {
      assertThat(answer.status()).as(answer.body()).isIn(200, 503);
      assertThat(answer.header("Set-Cookie")).isEmpty();
    });
  }

  private static ApiClient browser() {
    return new ApiClient(node.uri()).header("Sec-Fetch-Site", "same-origin");
  }
}
