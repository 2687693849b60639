package dev.latchkey.adapter.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapter.web.fake.BusyHasher;
import dev.latchkey.adapter.web.fake.FakeRequest;
import dev.latchkey.adapter.web.fake.FakeResponse;
import dev.latchkey.adapter.web.fake.World;
import dev.latchkey.adapter.web.settings.WebSettings;
import dev.latchkey.application.memory.FakePasswordHasher;
import dev.latchkey.domain.organization.AuthRequired;
import java.net.URI;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class SignInPageTest {
  private static final String RIGHT = "step=password&email=ada%40example.com&password=seven+quiet+lamps";
  private final World world = new World();

  @Test
  void asks_for_the_address_first_then_for_the_password_whoever_it_is() {
    Document first = page(world.send(FakeRequest.get("/sign-in?returnTo=/account")));
    assertThat(first.getElementById("password")).isNull();
    world.register("ada@example.com", "Acme");
    FakeResponse known = post("step=address&email=ada%40example.com&returnTo=/account");
    FakeResponse unknown = post("step=address&email=bob%40example.com&returnTo=/account");
    assertThat(known.status()).isEqualTo(200);
    assertThat(page(known).select("input[name=returnTo]").val()).isEqualTo("/account");
    assertThat(known.body()).isEqualTo(unknown.body().replace("bob@", "ada@").replace("bob%40", "ada%40"));
  }

  @Test
  void signs_in_and_leads_where_people_wanted_to_go() {
    world.register("ada@example.com", "Acme");
    assertThat(post(RIGHT).header("Location")).isEqualTo("https://sso.example.com/");
    FakeResponse in = post(RIGHT + "&returnTo=/account%3Ftab=1");
    assertThat(in.status()).isEqualTo(303);
    assertThat(in.header("Location")).isEqualTo("https://sso.example.com/account?tab=1");
    assertThat(in.cookie("__Host-latchkey")).hasSize(43);
    assertThat(post(RIGHT + "&returnTo=//evil.example").header("Location")).isEqualTo("https://sso.example.com/");
  }

  @Test
  void leads_to_the_application_where_there_is_one() {
    World withApp = new World(new WebSettings(World.SETTINGS.publicUrl(), URI.create("https://app.example.com/start"),
        "Latchkey", true, true, true, List.of(), 60), new FakePasswordHasher());
    String cookie = withApp.signedUp("ada@example.com");
    assertThat(withApp.send(FakeRequest.form("/sign-in", RIGHT)).header("Location"))
        .isEqualTo("https://app.example.com/start");
    assertThat(withApp.send(FakeRequest.form("/sign-out", "").header("Cookie", cookie)).header("Location"))
        .isEqualTo("https://app.example.com/start");
  }

  @Test
  void answers_wrong_password_and_unknown_address_alike() {
    world.register("ada@example.com", "Acme");
    FakeResponse wrong = post(RIGHT.replace("lamps", "lambs"));
    FakeResponse unknown = post(RIGHT.replace("ada", "bob"));
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(unknown.status()).isEqualTo(401);
    assertThat(wrong.body()).isEqualTo(unknown.body().replace("bob@", "ada@").replace("bob%40", "ada%40"))
        .doesNotContain("lambs");
    assertThat(page(wrong).getElementById("problem").text()).contains("isn’t right");
  }

  @Test
  void answers_what_is_missing_at_its_field() {
    FakeResponse address = post("step=address&email=ada");
    assertThat(address.status()).isEqualTo(400);
    assertThat(page(address).getElementById("email").val()).isEqualTo("ada");
    FakeResponse password = post("step=password&email=ada%40example.com&password=");
    assertThat(password.status()).isEqualTo(400);
    assertThat(page(password).getElementById("password-error").text()).isEqualTo("Enter a password.");
  }

  @Test
  void says_how_long_to_wait() {
    for (int i = 0; i < 5; i++) {
      post(RIGHT);
    }
    FakeResponse wait = post(RIGHT);
    assertThat(wait.status()).isEqualTo(429);
    assertThat(wait.header("Retry-After")).isEqualTo("1");
    FakeResponse busy = new World(World.SETTINGS, new BusyHasher()).send(FakeRequest.form("/sign-in", RIGHT));
    assertThat(busy.status()).isEqualTo(503);
    assertThat(busy.header("Retry-After")).isEqualTo("2");
  }

  @Test
  void leads_to_the_identity_provider_that_the_organization_insists_on() {
    world.register("ada@example.com", "Acme");
    world.demand(AuthRequired.SSO);
    assertThat(post(RIGHT).header("Refresh")).as("no redirect: form-action would stop it further on")
        .isEqualTo("0; url=https://sso.example.com/api/auth/sso/acme/login?login_hint=ada%40example.com");
  }

  @Test
  void leads_people_on_who_are_signed_in_already() {
    String cookie = world.signedUp("ada@example.com");
    assertThat(world.send(FakeRequest.get("/sign-in?returnTo=/account").header("Cookie", cookie)).header("Location"))
        .isEqualTo("https://sso.example.com/account");
  }

  @Test
  void comes_before_pages_that_need_a_session() {
    assertThat(world.send(FakeRequest.get("/")).header("Location")).isEqualTo("https://sso.example.com/sign-in");
    assertThat(world.send(FakeRequest.get("/").header("Accept", "application/json, */*")).status())
        .isEqualTo(401);
  }

  @Test
  void signs_out_and_says_so_even_without_a_session() {
    String cookie = world.signedUp("ada@example.com");
    FakeResponse out = world.send(FakeRequest.form("/sign-out", "").header("Cookie", cookie));
    assertThat(out.status()).isEqualTo(303);
    assertThat(out.header("Set-Cookie")).startsWith("__Host-latchkey=; Max-Age=0;");
    assertThat(out.header("Location")).isEqualTo("https://sso.example.com/sign-in?notice=signedOut");
    assertThat(world.send(FakeRequest.get("/api/auth/me").header("Cookie", cookie)).status()).isEqualTo(401);
    assertThat(world.send(FakeRequest.form("/sign-out", "")).status()).isEqualTo(303);
    assertThat(world.send(FakeRequest.get("/sign-out")).status()).isEqualTo(405);
  }

  @Test
  void tells_only_what_we_could_have_said() {
    assertThat(world.send(FakeRequest.get("/sign-in?notice=signedOut")).body()).contains("You’re signed out.");
    assertThat(world.send(FakeRequest.get("/sign-in?notice=Call+0900")).body()).doesNotContain("0900", "data-toast");
  }

  private FakeResponse post(String form) {
    return world.send(FakeRequest.form("/sign-in", form));
  }

  private static Document page(FakeResponse answer) {
    return Jsoup.parse(answer.body());
  }
}
