package dev.latchkey.adapter.web.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapter.web.fake.FakeRequest;
import dev.latchkey.adapter.web.fake.FakeResponse;
import dev.latchkey.adapter.web.fake.World;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class ChangePasswordTest {
  private static final String NEW = "nine loud candles";
  private final World world = new World();
  private final String cookie = world.signedUp("ada@example.com");

  @Test
  void takes_the_current_password_for_a_new_one_and_ends_all_other_sessions() {
    String other = World.cookie(login(World.PASSWORD));
    FakeResponse done = change(World.PASSWORD, NEW);
    assertThat(done.status()).isEqualTo(200);
    assertThat(done.body()).contains("\"data\":{\"sessionsEnded\":1}");
    assertThat(me(other).status()).isEqualTo(401);
    assertThat(me(cookie).status()).isEqualTo(200);
    assertThat(login(World.PASSWORD).status()).isEqualTo(401);
    assertThat(login(NEW).status()).isEqualTo(200);
  }

  @Test
  void counts_wrong_ones_like_any_other_guess() {
    assertThat(change("wrong", NEW).body()).contains("\"status\":401,\"code\":\"INVALID_CREDENTIALS\"");
    for (int i = 0; i < 4; i++) {
      change("wrong", NEW);
    }
    FakeResponse wait = change(World.PASSWORD, NEW);
    assertThat(wait.status()).isEqualTo(429);
    assertThat(wait.header("Retry-After")).isEqualTo("1");
    assertThat(login(World.PASSWORD).status()).isEqualTo(429);
    assertThat(submit(World.PASSWORD, NEW).status()).isEqualTo(429);
  }

  @Test
  void refuses_a_bad_new_one() {
    assertThat(change(World.PASSWORD, "short").body()).contains("VALIDATION_FAILED", "\"field\":\"newPassword\"");
    assertThat(change(World.PASSWORD, "").body()).contains("VALIDATION_FAILED", "\"field\":\"newPassword\"");
    assertThat(login(World.PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void needs_somebody_who_is_signed_in_completely() {
    assertThat(world.post("/api/auth/password/change", "{}").status()).isEqualTo(401);
    world.enrolMfa("ada@example.com");
    assertThat(change(World.PASSWORD, NEW).body()).contains("MFA_REQUIRED");
  }

  @Test
  void says_at_the_field_what_is_wrong_and_then_that_it_is_done() {
    FakeResponse wrong = submit("wrong", NEW);
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(page(wrong).getElementById("currentPassword-error").text())
        .isEqualTo("This isn’t your current password.");
    FakeResponse rejected = submit(World.PASSWORD, "short");
    assertThat(rejected.status()).isEqualTo(400);
    assertThat(page(rejected).getElementById("newPassword-error").text()).startsWith("This password is too short");
    assertThat(page(submit("", "")).select("#problem li")).hasSize(2);
    assertThat(submit(World.PASSWORD, NEW).header("Location"))
        .isEqualTo("https://sso.example.com/account/password?notice=passwordChanged");
    assertThat(world.send(FakeRequest.get("/account/password?notice=passwordChanged").header("Cookie", cookie)).body())
        .contains("All your other sessions are ended.");
  }

  private FakeResponse change(String current, String chosen) {
    return world.send(FakeRequest.json("POST", "/api/auth/password/change", """
        {"currentPassword":"%s","newPassword":"%s"}""".formatted(current, chosen))
        .header("Origin", "https://sso.example.com").header("Cookie", cookie));
  }

  private FakeResponse submit(String current, String chosen) {
    return world.send(FakeRequest.form("/account/password", "currentPassword=" + current.replace(' ', '+')
        + "&newPassword=" + chosen.replace(' ', '+')).header("Cookie", cookie));
  }

  private FakeResponse login(String password) {
    return world.post("/api/auth/login", "{\"email\":\"ada@example.com\",\"password\":\"%s\"}".formatted(password));
  }

  private FakeResponse me(String session) {
    return world.send(FakeRequest.get("/api/auth/me").header("Cookie", session));
  }

  private static Document page(FakeResponse answer) {
    return Jsoup.parse(answer.body());
  }
}
