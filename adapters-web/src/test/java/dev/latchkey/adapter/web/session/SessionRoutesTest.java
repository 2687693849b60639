package dev.latchkey.adapter.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapter.web.fake.FakeRequest;
import dev.latchkey.adapter.web.fake.FakeResponse;
import dev.latchkey.adapter.web.fake.World;
import dev.latchkey.domain.organization.AuthRequired;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SessionRoutesTest {
  private final World world = new World();
  private final String cookie = world.signedUp("ada@example.com");

  @Test
  void says_who_is_signed_in() {
    FakeResponse me = get("/api/auth/me");
    assertThat(me.status()).isEqualTo(200);
    assertThat(me.header("Cache-Control")).isEqualTo("no-store");
    assertThat(me.body()).contains("\"name\":\"Ada\"", "\"createdAt\":\"2026-03-01T12:00:00Z\"",
        "\"proofs\":[{\"type\":\"email-code\",\"at\":\"2026-03-01T12:00:00Z\"}]",
        "\"organizations\":[{\"id\":\"" + world.acme().id().value() + "\"");
  }

  @Test
  void knows_nobody_without_a_cookie_nor_after_the_session_has_ended() {
    assertThat(world.send(FakeRequest.get("/api/auth/me")).body())
        .contains("\"status\":401,\"code\":\"UNAUTHENTICATED\"");
    world.clock.advance(Duration.ofHours(12));
    assertThat(get("/api/auth/me").status()).isEqualTo(401);
  }

  @Test
  void signs_out_and_clears_the_cookie() {
    FakeResponse out = logout();
    assertThat(out.status()).isEqualTo(200);
    assertThat(out.body()).contains("\"data\":{\"redirect\":null}");
    assertThat(out.header("Set-Cookie"))
        .isEqualTo("__Host-latchkey=; Max-Age=0; Path=/; Secure; HttpOnly; SameSite=Lax");
    assertThat(get("/api/auth/me").status()).isEqualTo(401);
    assertThat(logout().status()).isEqualTo(401);
  }

  @Test
  void lets_a_session_that_owes_its_second_factor_look_and_leave_but_nothing_else() {
    world.enrolMfa("ada@example.com");
    assertThat(get("/api/auth/me").body()).contains("\"mfa\":\"required\"", "\"missing\":\"MFA_REQUIRED\"");
    String organization = "/api/user/organizations/" + world.acme().id().value();
    assertThat(get("/api/user/organizations").body()).contains("\"status\":403,\"code\":\"MFA_REQUIRED\"",
        "\"data\":{\"redirect\":\"/sign-in/mfa\"}");
    assertThat(get(organization).status()).isEqualTo(403);
    assertThat(world.send(FakeRequest.json("PATCH", organization, "{\"name\":\"B\"}")
        .header("Origin", "https://sso.example.com").header("Cookie", cookie)).status()).isEqualTo(403);
    assertThat(get("/").status()).isEqualTo(303);
    assertThat(get("/").header("Location")).isEqualTo("https://sso.example.com/sign-in/mfa");
    assertThat(get("/sign-in").status()).isEqualTo(200);
    assertThat(logout().status()).isEqualTo(200);
  }

  @Test
  void says_what_is_missing_where() {
    world.demand(AuthRequired.MFA);
    assertThat(get("/api/auth/me").body()).contains("\"mfa\":\"enrol\"", "\"missing\":\"MFA_ENROLMENT_REQUIRED\"",
        "\"redirect\":\"/setup-mfa\"");
    world.demand(AuthRequired.SSO);
    assertThat(get("/api/auth/me").body()).contains("\"mfa\":\"none\"", "\"missing\":\"SSO_REQUIRED\"");
  }

  private FakeResponse get(String path) {
    return world.send(FakeRequest.get(path).header("Cookie", cookie));
  }

  private FakeResponse logout() {
    return world.send(FakeRequest.of("POST", "/api/auth/logout").header("Origin", "https://sso.example.com")
        .header("Cookie", cookie));
  }
}
