package dev.latchkey.adapter.web.signin;

import static dev.latchkey.adapter.web.fake.World.PASSWORD;
import static dev.latchkey.adapter.web.fake.World.challengeIn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapter.web.fake.FakeRequest;
import dev.latchkey.adapter.web.fake.FakeResponse;
import dev.latchkey.adapter.web.fake.World;
import dev.latchkey.adapter.web.settings.WebSettings;
import dev.latchkey.application.memory.FakePasswordHasher;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignUpRoutesTest {
  private static final String ADA = """
      {"name":"Ada","email":"ada@example.com","password":"%s"}""".formatted(PASSWORD);
  private final World world = new World();

  @Test
  void begins_with_a_challenge_and_ends_signed_in() {
    FakeResponse begun = world.post("/api/auth/signup", ADA);
    assertThat(begun.status()).isEqualTo(202);
    assertThat(begun.body()).matches(
        "\\{\"success\":true,\"status\":202,\"code\":\"OK\",\"message\":\"[^\"]+\",\"data\":\\{\"challengeId\":\"[0-9A-Z]{26}\"}}");
    FakeResponse verified = verify(challengeIn(begun), world.lastCode());
    assertThat(verified.status()).isEqualTo(200);
    assertThat(verified.body()).contains("\"email\":\"ada@example.com\"", "\"mfa\":\"none\"", "\"type\":\"email-code\"",
        "\"organizations\":[]");
    assertThat(verified.headers("Set-Cookie")).anySatisfy(cookie -> assertThat(cookie)
        .matches("__Host-latchkey=[A-Za-z0-9_-]{43}; Path=/; Secure; HttpOnly; SameSite=Lax"))
        .anySatisfy(cookie -> assertThat(cookie).matches(
            "__Host-latchkey-browser=[A-Za-z0-9_-]{43}; Max-Age=34560000; Path=/; Secure; HttpOnly; SameSite=Lax"));
  }

  @Test
  void tells_everything_that_is_wrong_at_once() {
    FakeResponse answer = world.post("/api/auth/signup", """
        {"name":"A\\nB","email":"ada＠example.com","password":"","organizationName":" ","slug":"-"}""");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("\"code\":\"VALIDATION_FAILED\"", "\"requestId\":\"", "\"data\":null",
        "{\"field\":\"name\",\"pointer\":\"/name\",\"code\":\"FORBIDDEN_CHARACTER\"",
        "{\"field\":\"email\",\"pointer\":\"/email\",\"code\":\"NOT_ASCII\"",
        "{\"field\":\"password\",\"pointer\":\"/password\",\"code\":\"REQUIRED\"",
        "{\"field\":\"organizationName\",\"pointer\":\"/organizationName\",\"code\":\"REQUIRED\"",
        "{\"field\":\"slug\",\"pointer\":\"/slug\",\"code\":\"MALFORMED\"");
  }

  @Test
  void needs_name_address_and_password() {
    assertThat(world.post("/api/auth/signup", "{\"name\":null}").body())
        .contains("\"pointer\":\"/name\",\"code\":\"REQUIRED\"", "\"pointer\":\"/email\",\"code\":\"REQUIRED\"",
            "\"pointer\":\"/password\",\"code\":\"REQUIRED\"");
  }

  @Test
  void says_why_a_password_is_not_good_enough() {
    FakeResponse answer = world.post("/api/auth/signup", ADA.replace(PASSWORD, "passwordpassword"));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("\"field\":\"password\",\"pointer\":\"/password\",\"code\":\"TOO_COMMON\"",
        "among the first that attackers try");
  }

  @Test
  void answers_a_taken_slug_with_a_conflict_at_the_field() {
    world.register("grace@example.com", "Acme");
    FakeResponse answer = world.post("/api/auth/signup",
        ADA.replace("}", ",\"organizationName\":\"Other\",\"slug\":\"acme\"}"));
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.body()).contains("\"code\":\"CONFLICT\"",
        "\"errors\":[{\"field\":\"slug\",\"pointer\":\"/slug\",\"code\":\"TAKEN\"");
  }

  @Test
  void answers_the_same_for_an_address_that_has_an_account() {
    world.register("ada@example.com", "Acme");
    FakeResponse known = world.post("/api/auth/signup", ADA);
    FakeResponse unknown = world.post("/api/auth/signup", ADA.replace("ada@", "new@"));
    assertThat(known.status()).isEqualTo(unknown.status());
    assertThat(known.body().replace(challengeIn(known), ""))
        .isEqualTo(unknown.body().replace(challengeIn(unknown), ""));
  }

  @Test
  void answers_wrong_used_and_unknown_codes_alike() {
    String challenge = challengeIn(world.post("/api/auth/signup", ADA));
    String code = world.lastCode();
    FakeResponse wrong = verify(challenge, world.wrongCode());
    assertThat(verify(challenge, code).status()).isEqualTo(200);
    FakeResponse used = verify(challenge, code);
    FakeResponse unknown = verify("0".repeat(26), code);
    assertThat(List.of(wrong, used, unknown)).allSatisfy(answer -> {
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.body()).contains("\"code\":\"CODE_INVALID\"");
      assertThat(answer.headers("Set-Cookie")).isEmpty();
    });
  }

  @Test
  void takes_a_code_in_the_groups_in_which_it_was_mailed_but_nothing_like_a_code() {
    String challenge = challengeIn(world.post("/api/auth/signup", ADA));
    assertThat(verify(challenge, "1234567").body()).contains("\"pointer\":\"/code\",\"code\":\"MALFORMED\"");
    String code = world.lastCode();
    assertThat(verify(challenge, code.substring(0, 4) + " " + code.substring(4)).status()).isEqualTo(200);
  }

  @Test
  void tells_the_second_of_two_sign_ups_that_the_address_is_taken() {
    String first = challengeIn(world.post("/api/auth/signup", ADA));
    String firstCode = world.lastCode();
    String second = challengeIn(world.post("/api/auth/signup", ADA));
    assertThat(verify(second, world.lastCode()).status()).isEqualTo(200);
    FakeResponse late = verify(first, firstCode);
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.body()).contains("\"code\":\"CONFLICT\"");
  }

  @Test
  void sends_a_new_code_and_limits_how_many() {
    String challenge = challengeIn(world.post("/api/auth/signup", ADA));
    FakeResponse again = resend(challenge);
    assertThat(again.status()).isEqualTo(202);
    assertThat(challengeIn(again)).isEqualTo(challenge);
    for (int i = 0; i < 8; i++) {
      resend(challenge);
    }
    FakeResponse tooMany = resend(challenge);
    assertThat(tooMany.status()).isEqualTo(429);
    assertThat(tooMany.header("Retry-After")).isEqualTo("3600");
    assertThat(world.post("/api/auth/signup", ADA).status()).isEqualTo(429);
  }

  @Test
  void has_nothing_to_send_for_a_sign_up_that_is_over() {
    assertThat(resend("0".repeat(26)).body()).contains("\"status\":400,\"code\":\"CODE_INVALID\"");
  }

  @Test
  void is_closed_where_the_operator_closed_it() {
    WebSettings open = World.SETTINGS;
    World closed = new World(new WebSettings(open.publicUrl(), open.appUrl(), "Latchkey", true, true, false, List.of(),
        60), new FakePasswordHasher());
    assertThat(closed.post("/api/auth/signup", ADA).body()).contains("\"status\":403,\"code\":\"FORBIDDEN\"");
  }

  @Test
  void is_limited_per_client_address() {
    World production = new World(new WebSettings(World.SETTINGS.publicUrl(), World.SETTINGS.appUrl(), "Latchkey", false,
        false, true, List.of(), 2), new FakePasswordHasher());
    production.post("/api/auth/signup", "{}");
    production.post("/api/auth/login", "{}");
    FakeResponse third = production.post("/api/auth/email/verify", "{}");
    assertThat(third.status()).isEqualTo(429);
    assertThat(third.body()).contains("\"code\":\"TOO_MANY_REQUESTS\"");
    assertThat(Integer.parseInt(third.header("Retry-After"))).isBetween(1, 30);
    assertThat(production.send(FakeRequest.json("POST", "/api/auth/login", "{}").from("198.51.100.1")).status())
        .isEqualTo(400);
  }

  private FakeResponse verify(String challenge, String code) {
    return world.post("/api/auth/email/verify", """
        {"challengeId":"%s","code":"%s"}""".formatted(challenge, code));
  }

  private FakeResponse resend(String challenge) {
    return world.post("/api/auth/email/resend", "{\"challengeId\":\"%s\"}".formatted(challenge));
  }
}
