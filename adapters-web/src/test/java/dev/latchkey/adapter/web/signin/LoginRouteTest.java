package dev.latchkey.adapter.web.signin;

import static dev.latchkey.adapter.web.fake.World.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapter.web.fake.BusyHasher;
import dev.latchkey.adapter.web.fake.FakeRequest;
import dev.latchkey.adapter.web.fake.FakeResponse;
import dev.latchkey.adapter.web.fake.World;
import dev.latchkey.domain.organization.AuthRequired;
import org.junit.jupiter.api.Test;

class LoginRouteTest {
  private final World world = new World();

  @Test
  void answers_with_user_session_and_organizations() {
    world.register("ada@example.com", "Acme");
    FakeResponse answer = login("ada@example.com", PASSWORD);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).contains("\"user\":{\"id\":\"", "\"session\":{\"id\":\"",
        "\"expiresAt\":\"2026-03-02T00:00:00Z\"", "\"mfa\":\"none\"", "\"type\":\"password\"", "\"slug\":\"acme\"",
        "\"role\":\"owner\",\"missing\":null");
    assertThat(answer.cookie("__Host-latchkey")).hasSize(43);
  }

  @Test
  void answers_unknown_address_and_wrong_password_with_the_same_bytes() {
    world.register("ada@example.com", "Acme");
    FakeResponse wrong = login("ada@example.com", "wrong");
    FakeResponse unknown = login("nobody@example.com", "wrong");
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(unknown.status()).isEqualTo(401);
    assertThat(withoutId(wrong)).isEqualTo(withoutId(unknown)).contains("\"code\":\"INVALID_CREDENTIALS\"");
    assertThat(wrong.headers("Set-Cookie")).isEmpty();
  }

  @Test
  void keeps_the_browsers_lasting_cookie_but_never_the_session() {
    String first = world.register("ada@example.com", "Acme").cookie("__Host-latchkey");
    String browser = "B".repeat(43);
    FakeResponse again =
        world.send(loginRequest("ada@example.com", PASSWORD).header("Origin", "https://sso.example.com")
            .header("Cookie", "__Host-latchkey=" + first + "; __Host-latchkey-browser=" + browser));
    assertThat(again.cookie("__Host-latchkey-browser")).isEqualTo(browser);
    assertThat(again.cookie("__Host-latchkey")).isNotEqualTo(first);
  }

  @Test
  void slows_guessing_down_and_says_how_long_to_wait() {
    for (int i = 0; i < 5; i++) {
      assertThat(login("nobody@example.com", "wrong").status()).isEqualTo(401);
    }
    FakeResponse sixth = login("nobody@example.com", "wrong");
    assertThat(sixth.status()).isEqualTo(429);
    assertThat(sixth.header("Retry-After")).isEqualTo("1");
    assertThat(sixth.body()).contains("\"code\":\"TOO_MANY_REQUESTS\"");
  }

  @Test
  void leads_to_the_identity_provider_that_the_organization_insists_on() {
    world.register("ada@example.com", "Acme");
    world.demand(AuthRequired.SSO);
    FakeResponse answer = login("ada@example.com", PASSWORD);
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body()).contains("\"code\":\"SSO_REQUIRED\"",
        "\"data\":{\"redirect\":\"/api/auth/sso/acme/login\"}");
  }

  @Test
  void asks_to_come_back_while_too_many_passwords_are_being_hashed() {
    FakeResponse answer = new World(World.SETTINGS, new BusyHasher()).send(loginRequest("ada@example.com", PASSWORD));
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.header("Retry-After")).isEqualTo("2");
    assertThat(answer.body()).contains("\"code\":\"UNAVAILABLE\"");
  }

  private FakeResponse login(String email, String password) {
    return world.send(loginRequest(email, password));
  }

  private static FakeRequest loginRequest(String email, String password) {
    return FakeRequest.json("POST", "/api/auth/login", """
        {"email":"%s","password":"%s"}""".formatted(email, password));
  }

  private static String withoutId(FakeResponse answer) {
    return answer.body().replace(answer.header("X-Request-Id"), "");
  }
}
