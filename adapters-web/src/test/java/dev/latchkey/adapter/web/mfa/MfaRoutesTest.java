package dev.latchkey.adapter.web.mfa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapter.web.fake.Enrolled;
import dev.latchkey.adapter.web.fake.FakeRequest;
import dev.latchkey.adapter.web.fake.FakeResponse;
import dev.latchkey.adapter.web.fake.World;
import dev.latchkey.domain.organization.AuthRequired;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class MfaRoutesTest {
  private static final String VERIFY = "/api/auth/mfa/verify";

  private final World world = new World();
  private final String cookie = world.signedUp("ada@example.com");

  @Test
  void hands_out_a_key_in_all_its_forms_and_recovery_codes_once_it_is_confirmed() {
    FakeResponse begun = post("/api/auth/mfa/totp", "", cookie);
    assertThat(begun.body()).contains("\"secret\":\"",
        "\"otpauthUri\":\"otpauth://totp/Latchkey:ada%40example.com?secret=", "\"qrSvg\":\"<svg ");
    Enrolled ada = Enrolled.in(world, cookie);
    assertThat(ada.recoveryCodes()).hasSize(10);
    assertThat(get("/api/auth/me", cookie).status()).isEqualTo(401);
    assertThat(get("/api/auth/me", ada.cookie()).body()).contains("\"mfa\":\"done\"", "\"type\":\"totp\"");
    assertThat(get("/api/auth/mfa", ada.cookie()).body())
        .contains("\"data\":{\"enrolled\":true,\"demanded\":false,\"recoveryCodesLeft\":10}");
  }

  @Test
  void goes_on_under_a_new_cookie_once_the_code_was_shown() {
    Enrolled ada = Enrolled.in(world, cookie);
    String half = ada.halfSignedIn();
    FakeResponse verified = post(VERIFY, code(ada.code()), half);
    assertThat(verified.body()).contains("\"mfa\":\"done\"", "\"email\":\"ada@example.com\"");
    assertThat(get("/api/auth/me", half).status()).isEqualTo(401);
    assertThat(get("/api/user/organizations", World.cookie(verified)).status()).isEqualTo(200);
  }

  @Test
  void lets_nothing_pass_that_is_no_answer() {
    Enrolled ada = Enrolled.in(world, cookie);
    String half = ada.halfSignedIn();
    for (String body : List.of("{}", "{\"code\":null}", "{\"code\":\"\"}", "{\"code\":\" \"}",
        "{\"recoveryCode\":null}",
        "{\"recoveryCode\":\"\"}", "{\"code\":null,\"recoveryCode\":null}", "{\"code\":true}", "{\"code\":0}", "null",
        "[]", "{\"code\":[\"" + ada.code() + "\"]}", "{\"code\":\"" + ada.code() + "\",\"skip\":true}",
        "{\"code\":\"" + ada.code() + "\",\"recoveryCode\":\"" + ada.recoveryCodes().getFirst() + "\"}")) {
      FakeResponse refused = post(VERIFY, body, half);
      assertThat(refused.status()).as(body).isEqualTo(400);
      assertThat(refused.headers("Set-Cookie")).isEmpty();
    }
    assertThat(get("/api/auth/me", half).body()).contains("\"mfa\":\"required\"");
    assertThat(post(VERIFY, code(ada.code()), half).status()).isEqualTo(200);
  }

  @Test
  void names_the_field_where_both_were_sent() {
    Enrolled ada = Enrolled.in(world, cookie);
    assertThat(post(VERIFY, "{\"code\":\"123456\",\"recoveryCode\":\"x\"}", ada.halfSignedIn()).body())
        .contains("\"field\":\"recoveryCode\",\"pointer\":\"/recoveryCode\",\"code\":\"ONLY_ONE\"");
  }

  @Test
  void ends_the_session_with_the_sixth_wrong_code_and_takes_the_cookie() {
    Enrolled ada = Enrolled.in(world, cookie);
    String half = ada.halfSignedIn();
    for (int i = 0; i < 5; i++) {
      world.clock.advance(Duration.ofMinutes(5));
      assertThat(post(VERIFY, code(ada.wrongCode()), half).body()).contains("\"status\":400,\"code\":\"CODE_INVALID\"");
    }
    world.clock.advance(Duration.ofMinutes(5));
    FakeResponse ended = post(VERIFY, code(ada.wrongCode()), half);
    assertThat(ended.body()).contains("\"status\":401,\"code\":\"UNAUTHENTICATED\"", "\"requestId\":\"");
    assertThat(ended.header("Set-Cookie")).startsWith("__Host-latchkey=; Max-Age=0;");
    assertThat(post(VERIFY, code(ada.code()), half).status()).isEqualTo(401);
  }

  @Test
  void makes_fast_guesses_wait() {
    Enrolled ada = Enrolled.in(world, cookie);
    String half = ada.halfSignedIn();
    for (int i = 0; i < 5; i++) {
      assertThat(post(VERIFY, code(ada.wrongCode()), half).status()).isEqualTo(400);
    }
    FakeResponse wait = post(VERIFY, code(ada.code()), ada.halfSignedIn());
    assertThat(wait.status()).isEqualTo(429);
    assertThat(wait.header("Retry-After")).isEqualTo("1");
  }

  @Test
  void takes_a_recovery_code_once() {
    Enrolled ada = Enrolled.in(world, cookie);
    String body = "{\"recoveryCode\":\"" + ada.recoveryCodes().getFirst() + "\"}";
    FakeResponse in = post(VERIFY, body, ada.halfSignedIn());
    assertThat(in.body()).contains("\"type\":\"recovery-code\"");
    assertThat(post(VERIFY, body, ada.halfSignedIn()).body()).contains("CODE_INVALID");
    assertThat(get("/api/auth/mfa", World.cookie(in)).body()).contains("\"recoveryCodesLeft\":9");
  }

  @Test
  void asks_for_a_fresh_proof_and_says_where_it_is_given() {
    Enrolled ada = Enrolled.in(world, cookie);
    world.clock.advance(Duration.ofMinutes(11));
    for (FakeResponse refused : List.of(post("/api/auth/mfa/totp", "", ada.cookie()),
        post("/api/auth/mfa/totp/confirm", code("123456"), ada.cookie()),
        post("/api/auth/mfa/recovery-codes", "", ada.cookie()), delete(ada.cookie()))) {
      assertThat(refused.body()).contains("\"status\":403,\"code\":\"REAUTHENTICATION_REQUIRED\"",
          "\"data\":{\"redirect\":\"/reauthenticate\"}");
    }
    FakeResponse proven = post("/api/auth/reauthenticate", code(ada.code()), ada.cookie());
    assertThat(proven.status()).isEqualTo(200);
    assertThat(get("/api/auth/me", ada.cookie()).status()).isEqualTo(401);
    assertThat(post("/api/auth/mfa/recovery-codes", "", World.cookie(proven)).body()).contains("\"recoveryCodes\":[");
    FakeResponse removed = delete(World.cookie(proven));
    assertThat(removed.body())
        .contains("\"data\":{\"enrolled\":false,\"demanded\":false,\"recoveryCodesLeft\":0}");
    assertThat(get("/api/auth/me", World.cookie(proven)).status()).isEqualTo(401);
    assertThat(get("/api/auth/me", World.cookie(removed)).body()).contains("\"mfa\":\"none\"");
    assertThat(delete(World.cookie(removed)).status()).isEqualTo(404);
  }

  @Test
  void takes_a_password_or_a_code_as_fresh_proof_and_nothing_else() {
    Enrolled ada = Enrolled.in(world, cookie);
    String path = "/api/auth/reauthenticate";
    assertThat(post(path, "{\"password\":\"not my password\"}", ada.cookie()).body())
        .contains("\"status\":401,\"code\":\"INVALID_CREDENTIALS\"");
    assertThat(post(path, code(ada.wrongCode()), ada.cookie()).body())
        .contains("\"status\":400,\"code\":\"CODE_INVALID\"");
    for (String body : List.of("{}", "{\"password\":null}", "{\"password\":\"\"}", "{\"code\":\"\"}",
        "{\"code\":\"" + ada.code() + "\",\"password\":\"" + World.PASSWORD + "\"}")) {
      assertThat(post(path, body, ada.cookie()).status()).as(body).isEqualTo(400);
    }
    assertThat(post(path, "{\"password\":\"" + World.PASSWORD + "\"}", ada.cookie()).status()).isEqualTo(200);
  }

  @Test
  void may_be_skipped_only_where_nobody_insists() {
    assertThat(post("/api/auth/mfa/skip", "", cookie).status()).isEqualTo(200);
    world.demand(AuthRequired.MFA);
    assertThat(post("/api/auth/mfa/skip", "", cookie).body()).contains(
        "\"status\":403,\"code\":\"MFA_ENROLMENT_REQUIRED\"",
        "\"data\":{\"redirect\":\"/setup-mfa\"}");
    Enrolled ada = Enrolled.in(world, cookie);
    assertThat(post("/api/auth/mfa/skip", "", ada.halfSignedIn()).body())
        .contains("\"status\":403,\"code\":\"MFA_REQUIRED\"");
    assertThat(delete(ada.cookie()).body()).contains("\"status\":409,\"code\":\"CONFLICT\"");
    assertThat(get("/api/user/organizations/" + world.acme().id().value(), ada.cookie()).status()).isEqualTo(200);
  }

  @Test
  void opens_nothing_else_to_a_half_signed_in_session() {
    String half = Enrolled.in(world, cookie).halfSignedIn();
    for (String path : List.of("/api/auth/mfa/totp", "/api/auth/mfa/skip", "/api/auth/mfa/recovery-codes")) {
      assertThat(post(path, "", half).body()).as(path).contains("\"status\":403,\"code\":\"MFA_REQUIRED\"",
          "\"data\":{\"redirect\":\"/sign-in/mfa\"}");
    }
    assertThat(post("/api/auth/reauthenticate", "{\"password\":\"" + World.PASSWORD + "\"}", half).status())
        .isEqualTo(403);
    assertThat(delete(half).status()).isEqualTo(403);
    assertThat(get("/api/auth/mfa", half).status()).isEqualTo(403);
  }

  private FakeResponse get(String path, String session) {
    return world.send(FakeRequest.get(path).header("Cookie", session));
  }

  private FakeResponse post(String path, String body, String session) {
    return Enrolled.send(world, "POST", path, body, session);
  }

  private FakeResponse delete(String session) {
    return Enrolled.send(world, "DELETE", "/api/auth/mfa/totp", "", session);
  }

  private static String code(String digits) {
    return "{\"code\":\"" + digits + "\"}";
  }
}
