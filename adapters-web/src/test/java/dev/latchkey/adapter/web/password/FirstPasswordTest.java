package dev.latchkey.adapter.web.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapter.web.fake.FakeRequest;
import dev.latchkey.adapter.web.fake.FakeResponse;
import dev.latchkey.adapter.web.fake.World;
import dev.latchkey.domain.organization.AuthRequired;
import dev.latchkey.domain.session.Proofs;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class FirstPasswordTest {
  private static final String NEW = "nine loud candles";
  private final World world = new World();
  private String cookie = world.signedUp("ada@example.com");

  FirstPasswordTest() {
    world.ports.users().save(world.user("ada@example.com").withoutPassword());
  }

  @Test
  void is_set_without_a_current_one_and_opens_the_account() {
    FakeResponse done = set(NEW);
    assertThat(done.status()).isEqualTo(200);
    assertThat(done.body()).contains("\"message\":\"The password is set.\"", "\"data\":{\"sessionsEnded\":0}");
    assertThat(world.post("/api/auth/login", "{\"email\":\"ada@example.com\",\"password\":\"%s\"}".formatted(NEW))
        .status()).isEqualTo(200);
  }

  @Test
  void is_the_only_one_that_is_set_so() {
    cookie = World.cookie(set(NEW));
    assertThat(set("seven quiet lamps").body()).contains("\"status\":400", "\"field\":\"currentPassword\"", "REQUIRED");
    assertThat(submit("newPassword=seven+quiet+lamps").status()).isEqualTo(400);
  }

  @Test
  void does_not_take_an_empty_or_a_made_up_current_one_for_none() {
    assertThat(send("{\"currentPassword\":\"\",\"newPassword\":\"%s\"}".formatted(NEW)).status()).isEqualTo(400);
    assertThat(send("{\"currentPassword\":\"made up\",\"newPassword\":\"%s\"}".formatted(NEW)).status()).isEqualTo(401);
    assertThat(send("{\"currentPassword\":null}").body()).contains("\"field\":\"newPassword\"")
        .doesNotContain("\"field\":\"currentPassword\"");
    assertThat(world.user("ada@example.com").password()).isEmpty();
  }

  @Test
  void keeps_to_the_rules() {
    assertThat(set("short").body()).contains("\"status\":400", "\"field\":\"newPassword\"", "TOO_SHORT");
    FakeResponse again = submit("newPassword=short");
    assertThat(again.status()).isEqualTo(400);
    assertThat(page(again).getElementById("newPassword-error").text()).startsWith("This password is too short");
    assertThat(page(submit("newPassword=")).getElementById("newPassword-error").text())
        .isEqualTo("Enter a new password.");
  }

  @Test
  void has_a_form_without_a_current_one() {
    Document form = page(show());
    assertThat(form.title()).startsWith("Set a password");
    assertThat(form.getElementById("currentPassword")).isNull();
    FakeResponse done = submit("newPassword=" + NEW.replace(' ', '+'));
    assertThat(done.header("Location")).isEqualTo("https://sso.example.com/account/password?notice=passwordSet");
    assertThat(show().status()).isEqualTo(303);
    cookie = World.cookie(done);
    assertThat(page(show()).getElementById("currentPassword")).isNotNull();
  }

  @Test
  void leads_to_a_fresh_proof_and_back() {
    world.clock.advance(Proofs.FRESHNESS);
    assertThat(set(NEW).body()).contains("\"status\":403,\"code\":\"REAUTHENTICATION_REQUIRED\"");
    assertThat(page(show()).select("main a.button").eachAttr("href"))
        .containsExactly("/reauthenticate?returnTo=%2Faccount%2Fpassword");
    assertThat(submit("newPassword=" + NEW.replace(' ', '+')).header("Location"))
        .isEqualTo("https://sso.example.com/account/password");
  }

  @Test
  void tells_who_has_to_sign_in_elsewhere_that_it_would_open_nothing() {
    world.demand(AuthRequired.SSO);
    assertThat(set(NEW).body()).contains("\"status\":403,\"code\":\"SSO_REQUIRED\"");
    assertThat(page(show()).select("main").text()).contains("You don’t need a password");
  }

  private FakeResponse set(String password) {
    return send("{\"newPassword\":\"%s\"}".formatted(password));
  }

  private FakeResponse send(String json) {
    return world.send(FakeRequest.json("POST", "/api/auth/password/change", json)
        .header("Origin", "https://sso.example.com").header("Cookie", cookie));
  }

  private FakeResponse submit(String form) {
    return world.send(FakeRequest.form("/account/password", form).header("Cookie", cookie));
  }

  private FakeResponse show() {
    return world.send(FakeRequest.get("/account/password").header("Cookie", cookie));
  }

  private static Document page(FakeResponse answer) {
    return Jsoup.parse(answer.body());
  }
}
