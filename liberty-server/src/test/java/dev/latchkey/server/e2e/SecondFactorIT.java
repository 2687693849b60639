package dev.latchkey.server.e2e;

import static dev.latchkey.server.e2e.Enrolled.TOTP;
import static dev.latchkey.server.e2e.Enrolled.VERIFY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The second factor holds on two nodes as it does on one. */
@ExtendWith(TwoNodes.Extension.class)
class SecondFactorIT {
  private static final String ME = "/api/auth/me";
  private static final int ROUNDS = 4;

  private final TwoNodes nodes;
  private final Enrolled ada;

  SecondFactorIT(TwoNodes nodes) {
    this.nodes = nodes;
    this.ada = Enrolled.on(nodes);
  }

  @Test
  void of_sessions_that_show_one_step_together_on_both_nodes_one_gets_in() {
    for (int round = 0; round < ROUNDS; round++) {
      ada.forget();
      List<ApiClient> halves = halves();
      Authenticator.awaitRoom(8);
      assertThat(together(halves, Map.of("code", ada.app().code(0)))).containsOnlyOnce(200).contains(400);
    }
  }

  @Test
  void of_sessions_that_use_one_recovery_code_together_on_both_nodes_one_gets_in() {
    for (int round = 0; round < ROUNDS; round++) {
      assertThat(together(halves(), Map.of("recoveryCode", ada.recoveryCodes().get(round)))).containsOnlyOnce(200)
          .contains(400);
    }
  }

  @Test
  void takes_the_step_before_this_one_and_after_and_none_further_away() {
    for (int steps : new int[]{-2, 2, -1, 1}) {
      ada.forget();
      ApiClient half = ada.halfSignedInAt(nodes.first());
      Authenticator.awaitRoom(8);
      assertThat(half.post(VERIFY, Map.of("code", ada.app().code(steps))).status()).as(steps + " steps from now")
          .isEqualTo(Math.abs(steps) > 1 ? 400 : 200);
    }
  }

  @Test
  void a_step_that_was_used_on_one_node_is_used_up_on_the_other() {
    ApiClient first = ada.halfSignedInAt(nodes.first());
    ApiClient second = ada.halfSignedInAt(nodes.second());
    Authenticator.awaitRoom(8);
    String before = ada.app().code(-1);
    String code = ada.app().code(0);
    assertThat(first.post(VERIFY, Map.of("code", code)).status()).isEqualTo(200);
    Envelope.assertRefused(second.post(VERIFY, Map.of("code", code)), 400, "CODE_INVALID");
    Envelope.assertRefused(second.post(VERIFY, Map.of("code", before)), 400, "CODE_INVALID");
  }

  @Test
  void the_sixth_wrong_code_ends_the_session_whichever_node_it_is_sent_to() {
    ApiClient half = ada.halfSignedInAt(nodes.first());
    ApiClient elsewhere = ada.elsewhere(half);
    Map<String, String> wrong = Map.of("code", ada.app().wrongCode());
    for (int i = 0; i < 5; i++) {
      assertThat((i % 2 == 0 ? half : elsewhere).post(VERIFY, wrong).status()).isIn(400, 429);
    }
    ApiClient.Answer last = elsewhere.post(VERIFY, wrong);
    Envelope.assertRefused(last, 401, "UNAUTHENTICATED");
    assertThat(last.header("Set-Cookie"))
        .hasValue("__Host-latchkey=; Max-Age=0; Path=/; Secure; HttpOnly; SameSite=Lax");
    ada.forget();
    Envelope.assertRefused(half.post(VERIFY, Map.of("code", ada.app().code(0))), 401, "UNAUTHENTICATED");
    Envelope.assertRefused(half.get(ME), 401, "UNAUTHENTICATED");
  }

  @Test
  void setting_an_app_up_ends_the_other_sessions_on_the_other_node_too() {
    ApiClient other = ada.halfSignedInAt(nodes.second());
    Authenticator next = Enrolled.setUp(ada.browser());
    assertThat(other.get(ME).status()).isEqualTo(200);
    assertThat(ada.browser().post(TOTP + "/confirm", Map.of("code", next.code(0))).status()).isEqualTo(200);
    Envelope.assertRefused(other.get(ME), 401, "UNAUTHENTICATED");
    assertThat(ada.elsewhere(ada.browser()).get(ME).status()).isEqualTo(200);
  }

  @Test
  void removing_it_needs_a_fresh_proof() {
    ada.age();
    Envelope.assertRefused(ada.browser().delete(TOTP), 403, "REAUTHENTICATION_REQUIRED");
    Map<String, String> code = Map.of("code", ada.app().code(0));
    assertThat(ada.browser().post("/api/auth/reauthenticate", code).status()).isEqualTo(200);
    ApiClient before = ada.elsewhere(ada.browser());
    assertThat(ada.browser().delete(TOTP).status()).isEqualTo(200);
    assertThat(ada.browser().get("/api/auth/mfa").data().path("enrolled").asBoolean(true)).isFalse();
    // What was shown of it is gone from the session, too, which goes on under a new cookie.
    assertThat(ada.browser().get(ME).data().at("/session/mfa").asText()).isEqualTo("none");
    Envelope.assertRefused(before.get(ME), 401, "UNAUTHENTICATED");
  }

  @Test
  void an_organization_that_insists_is_closed_until_an_app_is_set_up_and_keeps_it_then() {
    Person bob = nodes.someone();
    nodes.database().change("UPDATE organization SET require_mfa = true WHERE id = ?", bob.organization());
    String organization = "/api/user/organizations/" + bob.organization();
    ApiClient.Answer closed = bob.browser().get(organization);
    Envelope.assertRefused(closed, 403, "MFA_ENROLMENT_REQUIRED");
    assertThat(closed.data().path("redirect").asText()).isEqualTo("/setup-mfa");
    Envelope.assertRefused(bob.browser().post("/api/auth/mfa/skip"), 403, "MFA_ENROLMENT_REQUIRED");
    Authenticator app = Enrolled.setUp(bob.browser());
    assertThat(bob.browser().post(TOTP + "/confirm", Map.of("code", app.code(0))).status()).isEqualTo(200);
    assertThat(bob.browser().get(organization).status()).isEqualTo(200);
    Envelope.assertRefused(bob.browser().delete(TOTP), 409, "CONFLICT");
  }

  /** Four sessions, half of them on each node, without a guess counted. */
  private List<ApiClient> halves() {
    ada.forgetGuesses();
    List<ApiClient> halves = IntStream.range(0, 4).mapToObj(i -> ada.halfSignedInAt(nodes.node(i))).toList();
    ada.forgetGuesses();
    return halves;
  }

  private static List<Integer> together(List<ApiClient> halves, Map<String, String> answer) {
    return Together.run(halves.size(), i -> () -> halves.get(i).post(VERIFY, answer).status());
  }
}
