package dev.latchkey.adapter.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapter.web.fake.BusyHasher;
import dev.latchkey.adapter.web.fake.FakeRequest;
import dev.latchkey.adapter.web.fake.FakeResponse;
import dev.latchkey.adapter.web.fake.World;
import dev.latchkey.adapter.web.settings.WebSettings;
import dev.latchkey.application.memory.FakePasswordHasher;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class SignUpPagesTest {
  private static final String FORM =
      "name=Zo%C3%AB+%3Cb%3E&email=ada%40example.com&organizationName=Acme&password=seven+quiet+lamps";
  private final World world = new World();

  @Test
  void leads_from_the_form_to_the_code_and_from_there_home() {
    FakeResponse begun = world.send(FakeRequest.form("/sign-up", FORM));
    assertThat(begun.status()).isEqualTo(303);
    String challenge = challengeIn(begun);
    FakeResponse code = world.send(FakeRequest.get("/verify-email?challenge=" + challenge)
        .header("Cookie", "__Host-latchkey-signup=" + begun.cookie("__Host-latchkey-signup")));
    assertThat(page(code).select("strong.address").text()).isEqualTo("ada@example.com");
    FakeResponse done = verify(challenge, world.lastCode());
    assertThat(done.status()).isEqualTo(303);
    assertThat(done.header("Location")).isEqualTo("https://sso.example.com/setup-mfa?notice=signedUp");
    String cookie = World.cookie(done);
    assertThat(page(world.send(FakeRequest.get("/setup-mfa?notice=signedUp").header("Cookie", cookie))).text())
        .contains("Your account is ready.");
    FakeResponse skipped = world.send(FakeRequest.form("/setup-mfa/skip", "").header("Cookie", cookie));
    assertThat(skipped.header("Location")).isEqualTo("https://sso.example.com/");
    assertThat(page(world.send(FakeRequest.get("/").header("Cookie", cookie))).text()).contains("Zoë <b>", "Acme");
  }

  @Test
  void shows_the_address_to_no_other_browser() {
    String challenge = challengeIn(world.send(FakeRequest.form("/sign-up", FORM)));
    FakeResponse other = world.send(FakeRequest.get("/verify-email?challenge=" + challenge)
        .header("Cookie", "__Host-latchkey-signup=" + "0".repeat(26) + ".YWRhQGV4YW1wbGUuY29t"));
    assertThat(other.body()).doesNotContain("ada@example.com");
  }

  @Test
  void keeps_what_was_typed_but_never_the_password_and_puts_the_message_at_the_field() {
    FakeResponse answer = world.send(FakeRequest.form("/sign-up", FORM.replace("%40example.com", "")));
    assertThat(answer.status()).isEqualTo(400);
    Document page = page(answer);
    assertThat(page.getElementById("name").val()).isEqualTo("Zoë <b>");
    assertThat(page.getElementById("email").val()).isEqualTo("ada");
    assertThat(page.getElementById("organizationName").val()).isEqualTo("Acme");
    assertThat(page.getElementById("password").val()).isEmpty();
    assertThat(page.getElementById("email-error").text()).contains("name@example.com");
    assertThat(answer.body()).doesNotContain("seven quiet lamps");
  }

  @Test
  void takes_an_empty_organization_for_none() {
    FakeResponse begun = world.send(FakeRequest.form("/sign-up", FORM.replace("=Acme", "=")));
    FakeResponse done = verify(challengeIn(begun), world.lastCode());
    assertThat(world.send(FakeRequest.get("/api/auth/me").header("Cookie", World.cookie(done))).body())
        .contains("\"organizations\":[]");
  }

  @Test
  void says_at_the_field_why_a_password_is_refused() {
    FakeResponse answer =
        world.send(FakeRequest.form("/sign-up", FORM.replace("seven+quiet+lamps", "passwordpassword")));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(page(answer).getElementById("password-error").text()).contains("first that attackers try");
  }

  @Test
  void answers_a_wrong_code_at_its_field_and_sends_a_new_one_on_demand() {
    String challenge = challengeIn(world.send(FakeRequest.form("/sign-up", FORM)));
    FakeResponse wrong = verify(challenge, world.wrongCode());
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(page(wrong).getElementById("code-error").text()).contains("can no longer be used");
    String before = world.lastCode();
    FakeResponse again = world.send(FakeRequest.form("/verify-email/resend", "challengeId=" + challenge));
    assertThat(again.header("Location"))
        .isEqualTo("https://sso.example.com/verify-email?challenge=" + challenge + "&notice=codeSent");
    assertThat(world.lastCode()).isNotEqualTo(before);
    for (int i = 0; i < 8; i++) {
      world.send(FakeRequest.form("/verify-email/resend", "challengeId=" + challenge));
    }
    FakeResponse tooMany = world.send(FakeRequest.form("/verify-email/resend", "challengeId=" + challenge));
    assertThat(tooMany.status()).isEqualTo(429);
    assertThat(tooMany.header("Retry-After")).isEqualTo("3600");
  }

  @Test
  void leads_out_of_a_sign_up_that_is_over() {
    FakeResponse gone = world.send(FakeRequest.form("/verify-email/resend", "challengeId=" + "0".repeat(26)));
    assertThat(gone.status()).isEqualTo(400);
    assertThat(page(gone).select("a.button").eachAttr("href")).containsExactly("/sign-in", "/sign-up");
  }

  @Test
  void refuses_a_link_that_is_cut_off() {
    assertThat(world.send(FakeRequest.get("/verify-email")).status()).isEqualTo(400);
    assertThat(world.send(FakeRequest.get("/verify-email?challenge=0123")).status()).isEqualTo(400);
    assertThat(world.send(FakeRequest.form("/verify-email", "code=12345678")).status()).isEqualTo(400);
  }

  @Test
  void keeps_the_form_when_the_server_is_busy() {
    FakeResponse busy = new World(World.SETTINGS, new BusyHasher()).send(FakeRequest.form("/sign-up", FORM));
    assertThat(busy.status()).isEqualTo(503);
    assertThat(busy.header("Retry-After")).isEqualTo("2");
    assertThat(page(busy).getElementById("email").val()).isEqualTo("ada@example.com");
  }

  @Test
  void says_who_to_ask_where_sign_up_is_closed() {
    WebSettings open = World.SETTINGS;
    World closed = new World(new WebSettings(open.publicUrl(), open.appUrl(), "Latchkey", true, true, false, List.of(),
        60), new FakePasswordHasher());
    assertThat(closed.send(FakeRequest.get("/sign-up")).body()).contains("invite");
    assertThat(closed.send(FakeRequest.form("/sign-up", FORM)).status()).isEqualTo(403);
  }

  @Test
  void leads_people_home_who_are_signed_in_already() {
    String cookie = world.signedUp("ada@example.com");
    assertThat(world.send(FakeRequest.get("/sign-up").header("Cookie", cookie)).header("Location"))
        .isEqualTo("https://sso.example.com/");
  }

  private FakeResponse verify(String challenge, String code) {
    return world.send(FakeRequest.form("/verify-email", "challengeId=" + challenge + "&code=" + code));
  }

  private static String challengeIn(FakeResponse begun) {
    assertThat(begun.header("Location")).startsWith("https://sso.example.com/verify-email?challenge=");
    return begun.header("Location").substring("https://sso.example.com/verify-email?challenge=".length());
  }

  private static Document page(FakeResponse answer) {
    assertThat(answer.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
    return Jsoup.parse(answer.body());
  }
}
