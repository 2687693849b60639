package dev.latchkey.adapter.web.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapter.web.fake.FakeRequest;
import dev.latchkey.adapter.web.fake.FakeResponse;
import dev.latchkey.adapter.web.fake.World;
import java.time.Duration;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class ForgottenPasswordTest {
  private static final String NEW = "nine loud candles";
  private final World world = new World();

  @Test
  void replaces_the_password_by_the_code_and_signs_nobody_in() {
    String before = world.signedUp("ada@example.com");
    FakeResponse begun = forgot("ada@example.com");
    assertThat(begun.status()).isEqualTo(202);
    FakeResponse done = reset(begun, world.lastCode(), NEW);
    assertThat(done.status()).isEqualTo(200);
    assertThat(done.body()).contains("\"data\":null");
    assertThat(done.headers("Set-Cookie")).isEmpty();
    assertThat(world.send(FakeRequest.get("/api/auth/me").header("Cookie", before)).status()).isEqualTo(401);
    assertThat(login(World.PASSWORD).status()).isEqualTo(401);
    assertThat(login(NEW).status()).isEqualTo(200);
    assertThat(world.lastMail().subject()).isEqualTo("PasswordChanged");
  }

  @Test
  void answers_unknown_addresses_alike() {
    world.register("ada@example.com", "Acme");
    FakeResponse known = forgot("ada@example.com");
    String code = world.lastCode();
    FakeResponse unknown = forgot("bob@example.com");
    assertThat(unknown.status()).isEqualTo(known.status());
    assertThat(withoutId(unknown)).isEqualTo(withoutId(known));
    assertThat(world.lastMail().subject()).isEqualTo("NoAccount");
    assertThat(reset(unknown, code, NEW).body()).contains("\"status\":400,\"code\":\"CODE_INVALID\"");
  }

  @Test
  void takes_a_code_once_and_for_its_challenge_and_in_time_only() {
    world.register("ada@example.com", "Acme");
    FakeResponse first = forgot("ada@example.com");
    String firstCode = world.lastCode();
    FakeResponse second = forgot("ada@example.com");
    String code = world.lastCode();
    assertThat(reset(second, firstCode.equals(code) ? world.wrongCode() : firstCode, NEW).body())
        .contains("CODE_INVALID");
    assertThat(reset(second, code, NEW).status()).isEqualTo(200);
    assertThat(reset(second, code, NEW + "!").body()).contains("CODE_INVALID");
    world.clock.advance(Duration.ofMinutes(15));
    assertThat(reset(first, firstCode, NEW).body()).contains("CODE_INVALID");
    assertThat(login(NEW).status()).isEqualTo(200);
  }

  @Test
  void is_no_code_of_a_sign_up() {
    FakeResponse signUp = world.post("/api/auth/signup", """
        {"name":"Bob","email":"bob@example.com","password":"%s"}""".formatted(World.PASSWORD));
    assertThat(reset(signUp, world.lastCode(), NEW).body()).contains("CODE_INVALID");
  }

  @Test
  void keeps_the_code_good_when_the_password_is_refused() {
    world.register("ada@example.com", "Acme");
    FakeResponse begun = forgot("ada@example.com");
    String code = world.lastCode();
    assertThat(reset(begun, code, "short").body()).contains("VALIDATION_FAILED", "\"pointer\":\"/newPassword\"",
        "TOO_SHORT");
    assertThat(reset(begun, code, NEW).status()).isEqualTo(200);
  }

  @Test
  void stops_mailing_an_address_that_is_flooded() {
    FakeResponse last = forgot("ada@example.com");
    for (int i = 0; i < 20 && last.status() == 202; i++) {
      last = forgot("ada@example.com");
    }
    assertThat(last.status()).isEqualTo(429);
    assertThat(last.header("Retry-After")).isEqualTo("3600");
    FakeResponse page = world.send(FakeRequest.form("/forgot-password", "email=ada%40example.com"));
    assertThat(page.status()).isEqualTo(429);
    assertThat(page(page).getElementById("email").val()).isEqualTo("ada@example.com");
  }

  @Test
  void leads_through_the_pages_to_sign_in() {
    world.register("ada@example.com", "Acme");
    FakeResponse step = world.send(FakeRequest.form("/sign-in", "step=address&email=ada%40example.com"));
    assertThat(page(step).select("a[href=/forgot-password]").text()).isEqualTo("Forgot your password?");
    FakeResponse ask = world.send(FakeRequest.get("/forgot-password")
        .header("Cookie", "__Host-latchkey-signin=" + step.cookie("__Host-latchkey-signin")));
    assertThat(page(ask).getElementById("email").val()).isEqualTo("ada@example.com");

    FakeResponse sent = world.send(FakeRequest.form("/forgot-password", "email=ada%40example.com"));
    String next = sent.header("Location").substring("https://sso.example.com".length());
    assertThat(next).startsWith("/reset-password?challenge=");
    FakeResponse form = world.send(FakeRequest.get(next)
        .header("Cookie", "__Host-latchkey-reset=" + sent.cookie("__Host-latchkey-reset")));
    assertThat(page(form).select(".address").text()).isEqualTo("ada@example.com");

    FakeResponse done = submit(next, world.lastCode(), NEW);
    assertThat(done.header("Location")).isEqualTo("https://sso.example.com/sign-in?notice=passwordReset");
    assertThat(done.headers("Set-Cookie")).allMatch(cookie -> cookie.contains("=; Max-Age=0"));
    assertThat(login(NEW).status()).isEqualTo(200);
  }

  @Test
  void says_at_the_field_what_is_wrong() {
    world.register("ada@example.com", "Acme");
    assertThat(page(world.send(FakeRequest.form("/forgot-password", "email=ada"))).getElementById("email").val())
        .isEqualTo("ada");
    String next = world.send(FakeRequest.form("/forgot-password", "email=ada%40example.com")).header("Location")
        .substring("https://sso.example.com".length());
    Document wrong = page(submit(next, world.wrongCode(), NEW));
    assertThat(wrong.getElementById("code-error").text()).startsWith("This code isn’t right");
    Document rejected = page(submit(next, world.lastCode(), "short"));
    assertThat(rejected.getElementById("newPassword-error").text()).startsWith("This password is too short");
    Document empty = page(submit(next, "", ""));
    assertThat(empty.select("#problem li")).hasSize(2);
    assertThat(world.send(FakeRequest.get("/reset-password?challenge=x")).status()).isEqualTo(400);
    assertThat(world.send(FakeRequest.get("/reset-password")).status()).isEqualTo(400);
  }

  private FakeResponse forgot(String email) {
    return world.post("/api/auth/password/forgot", "{\"email\":\"%s\"}".formatted(email));
  }

  private FakeResponse reset(FakeResponse begun, String code, String password) {
    return world.post("/api/auth/password/reset", """
        {"challengeId":"%s","code":"%s","newPassword":"%s"}""".formatted(World.challengeIn(begun), code, password));
  }

  private FakeResponse submit(String page, String code, String password) {
    return world.send(FakeRequest.form("/reset-password", "challengeId=" + page.substring(page.indexOf('=') + 1)
        + "&code=" + code + "&newPassword=" + password.replace(' ', '+')));
  }

  private FakeResponse login(String password) {
    return world.post("/api/auth/login", "{\"email\":\"ada@example.com\",\"password\":\"%s\"}".formatted(password));
  }

  private static String withoutId(FakeResponse answer) {
    return answer.body().replace(World.challengeIn(answer), "");
  }

  private static Document page(FakeResponse answer) {
    return Jsoup.parse(answer.body());
  }
}
