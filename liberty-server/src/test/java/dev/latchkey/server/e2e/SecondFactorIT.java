package dev.latchkey.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.server.e2e.MfaNodes.Someone;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The second factor holds on two nodes as it does on one. */
class SecondFactorIT {
  private static final String VERIFY = "/api/auth/mfa/verify";
  private static final String ME = "/api/auth/me";
  private static MfaNodes nodes;

  @BeforeAll
  static void start(@TempDir Path folder) {
    nodes = MfaNodes.start(folder);
  }

  @AfterAll
  static void stop() {
    nodes.close();
  }

  @Test
  void of_sessions_that_show_one_step_together_on_both_nodes_one_gets_in() throws Exception {
    Someone ada = nodes.someone();
    for (int round = 0; round < 4; round++) {
      nodes.forget();
      List<ApiClient> halves = IntStream.range(0, 4).mapToObj(i -> nodes.halfSignedIn(ada)).toList();
      change("DELETE FROM guess_count");
      Authenticator.awaitRoom(8);
      Map<String, String> body = Map.of("code", ada.app().code(0));
      assertThat(together(halves, half -> half.post(VERIFY, body).status())).as("round " + round)
          .containsOnlyOnce(200).contains(400);
    }
  }

  @Test
  void of_sessions_that_use_one_recovery_code_together_on_both_nodes_one_gets_in() throws Exception {
    Someone ada = nodes.someone();
    for (int round = 0; round < 4; round++) {
      change("DELETE FROM guess_count");
      List<ApiClient> halves = IntStream.range(0, 4).mapToObj(i -> nodes.halfSignedIn(ada)).toList();
      change("DELETE FROM guess_count");
      Map<String, String> body = Map.of("recoveryCode", ada.recoveryCode(round));
      assertThat(together(halves, half -> half.post(VERIFY, body).status())).as("round " + round)
          .containsOnlyOnce(200).contains(400);
    }
  }

  @Test
  void takes_the_step_before_this_one_and_after_and_none_further_away() {
    Someone ada = nodes.someone();
    for (int steps : new int[]{-2, 2, -1, 1}) {
      nodes.forget();
      ApiClient half = nodes.halfSignedIn(ada);
      Authenticator.awaitRoom(8);
      assertThat(half.post(VERIFY, Map.of("code", ada.app().code(steps))).status()).as(steps + " steps from now")
          .isEqualTo(Math.abs(steps) > 1 ? 400 : 200);
    }
  }

  @Test
  void a_step_that_was_used_on_one_node_is_used_up_on_the_other() {
    Someone ada = nodes.someone();
    ApiClient first = nodes.halfSignedIn(ada);
    ApiClient second = nodes.elsewhere(nodes.halfSignedIn(ada));
    Authenticator.awaitRoom(8);
    String code = ada.app().code(0);
    assertThat(first.post(VERIFY, Map.of("code", code)).status()).isEqualTo(200);
    assertThat(second.post(VERIFY, Map.of("code", code)).code()).isEqualTo("CODE_INVALID");
    assertThat(second.post(VERIFY, Map.of("code", ada.app().code(-1))).code()).isEqualTo("CODE_INVALID");
  }

  @Test
  void the_sixth_wrong_code_ends_the_session_on_both_nodes_whichever_it_was_sent_to() {
    Someone ada = nodes.someone();
    ApiClient half = nodes.halfSignedIn(ada);
    ApiClient elsewhere = nodes.elsewhere(half);
    for (int i = 0; i < 5; i++) {
      assertThat((i % 2 == 0 ? half : elsewhere).post(VERIFY, Map.of("code", ada.app().wrongCode())).status())
          .isIn(400, 429);
    }
    ApiClient.Answer last = elsewhere.post(VERIFY, Map.of("code", ada.app().wrongCode()));
    assertThat(last.status()).isEqualTo(401);
    assertThat(last.code()).isEqualTo("UNAUTHENTICATED");
    assertThat(last.header("Set-Cookie")).hasValueSatisfying(cookie -> assertThat(cookie).contains("Max-Age=0"));
    assertThat(half.get(ME).status()).isEqualTo(401);
    nodes.forget();
    assertThat(half.post(VERIFY, Map.of("code", ada.app().code(0))).status()).isEqualTo(401);
  }

  @Test
  void setting_an_app_up_ends_the_other_sessions_on_the_other_node_too() {
    Someone ada = nodes.someone();
    ApiClient other = nodes.elsewhere(nodes.halfSignedIn(ada));
    Authenticator next = new Authenticator(ada.browser().post("/api/auth/mfa/totp").data().path("secret").asText());
    assertThat(other.get(ME).status()).isEqualTo(200);
    assertThat(ada.browser().post("/api/auth/mfa/totp/confirm", Map.of("code", next.code(0))).status()).isEqualTo(200);
    assertThat(other.get(ME).status()).isEqualTo(401);
    assertThat(nodes.elsewhere(ada.browser()).get(ME).status()).isEqualTo(200);
  }

  @Test
  void removing_it_needs_a_fresh_proof() {
    Someone ada = nodes.someone();
    nodes.age(ada);
    assertThat(ada.browser().delete("/api/auth/mfa/totp").code()).isEqualTo("REAUTHENTICATION_REQUIRED");
    assertThat(ada.browser().post("/api/auth/reauthenticate", Map.of("code", ada.app().code(0))).status())
        .isEqualTo(200);
    assertThat(ada.browser().delete("/api/auth/mfa/totp").status()).isEqualTo(200);
    assertThat(ada.browser().get("/api/auth/mfa").data().path("enrolled").asBoolean(true)).isFalse();
  }

  @Test
  void an_organization_that_insists_is_closed_until_an_app_is_set_up_and_keeps_it_then() {
    Someone ada = nodes.someone();
    assertThat(ada.browser().delete("/api/auth/mfa/totp").status()).isEqualTo(200);
    ApiClient fresh = nodes.browser();
    nodes.signIn(fresh, ada);
    String organization = fresh.get(ME).data().at("/organizations/0/id").asText();
    change("UPDATE organization SET require_mfa = true WHERE id = '" + organization + "'");
    String path = "/api/user/organizations/" + organization;
    ApiClient.Answer closed = fresh.get(path);
    assertThat(closed.code()).isEqualTo("MFA_ENROLMENT_REQUIRED");
    assertThat(closed.data().path("redirect").asText()).isEqualTo("/setup-mfa");
    assertThat(fresh.post("/api/auth/mfa/skip").code()).isEqualTo("MFA_ENROLMENT_REQUIRED");
    Authenticator app = new Authenticator(fresh.post("/api/auth/mfa/totp").data().path("secret").asText());
    assertThat(fresh.post("/api/auth/mfa/totp/confirm", Map.of("code", app.code(0))).status()).isEqualTo(200);
    assertThat(fresh.get(path).status()).isEqualTo(200);
    assertThat(fresh.delete("/api/auth/mfa/totp").code()).isEqualTo("CONFLICT");
  }

  private static void change(String sql) {
    nodes.change(sql);
  }

  /** Releases all at the same moment, every other one at the other node. */
  private static List<Integer> together(List<ApiClient> browsers, Function<ApiClient, Integer> task)
      throws InterruptedException, ExecutionException {
    CountDownLatch go = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newFixedThreadPool(browsers.size())) {
      List<Future<Integer>> running = new ArrayList<>();
      for (int i = 0; i < browsers.size(); i++) {
        ApiClient browser = i % 2 == 0 ? browsers.get(i) : nodes.elsewhere(browsers.get(i));
        Callable<Integer> released = () -> {
          go.await();
          return task.apply(browser);
        };
        running.add(threads.submit(released));
      }
      go.countDown();
      List<Integer> results = new ArrayList<>();
      for (Future<Integer> one : running) {
        results.add(one.get());
      }
      return results;
    }
  }
}
