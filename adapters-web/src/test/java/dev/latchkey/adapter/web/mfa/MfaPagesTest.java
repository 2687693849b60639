package dev.latchkey.adapter.web.mfa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapter.web.fake.Enrolled;
import dev.latchkey.adapter.web.fake.FakeRequest;
import dev.latchkey.adapter.web.fake.FakeResponse;
import dev.latchkey.adapter.web.fake.World;
import dev.latchkey.application.memory.FakeTotpCodes;
import dev.latchkey.domain.mfa.TotpSecret;
import dev.latchkey.domain.organization.AuthRequired;
import java.time.Duration;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class MfaPagesTest {
  private static final String OURS = "https://sso.example.com";
  private static final String SIGN_IN = "step=password&email=ada%40example.com&password=seven+quiet+lamps";

  private final World world = new World();
  private final String cookie = world.signedUp("ada@example.com");

  @Test
  void leads_from_the_password_to_the_code_and_on_to_where_people_wanted_to_go() {
    Enrolled ada = Enrolled.in(world, cookie);
    FakeResponse half = world.send(FakeRequest.form("/sign-in", SIGN_IN + "&returnTo=/account%3Fa=b"));
    assertThat(half.header("Location")).isEqualTo(OURS + "/sign-in/mfa?returnTo=%2Faccount%3Fa%3Db");
    String session = World.cookie(half);
    Document challenge = page(get("/sign-in/mfa?returnTo=%2Faccount%3Fa%3Db", session));
    assertThat(challenge.select("input[name=returnTo]").val()).isEqualTo("/account?a=b");
    assertThat(challenge.select("p.aside a").attr("href"))
        .isEqualTo("/sign-in/mfa?with=recovery&returnTo=%2Faccount%3Fa%3Db");
    FakeResponse in = form("/sign-in/mfa", "totp=" + ada.code() + "&returnTo=/account%3Fa=b", session);
    assertThat(in.header("Location")).isEqualTo(OURS + "/account?a=b");
    assertThat(get("/account/mfa", World.cookie(in)).status()).isEqualTo(200);
  }

  @Test
  void leads_a_half_signed_in_browser_from_every_other_page_to_the_code() {
    String half = Enrolled.in(world, cookie).halfSignedIn();
    assertThat(get("/", half).header("Location")).isEqualTo(OURS + "/sign-in/mfa");
    assertThat(get("/account/mfa", half).header("Location")).isEqualTo(OURS + "/sign-in/mfa?returnTo=%2Faccount%2Fmfa");
    assertThat(get("/setup-mfa", half).status()).isEqualTo(303);
    assertThat(form("/setup-mfa/skip", "", half).header("Location")).isEqualTo(OURS + "/sign-in/mfa");
    assertThat(form("/account/mfa/remove", "", half).header("Location")).isEqualTo(OURS + "/sign-in/mfa");
  }

  @Test
  void takes_a_recovery_code_instead() {
    Enrolled ada = Enrolled.in(world, cookie);
    String half = ada.halfSignedIn();
    assertThat(page(get("/sign-in/mfa?with=recovery", half)).getElementById("recoveryCode")).isNotNull();
    FakeResponse empty = form("/sign-in/mfa", "with=recovery&recoveryCode=", half);
    assertThat(empty.status()).isEqualTo(400);
    assertThat(page(empty).getElementById("recoveryCode-error").text()).contains("four groups");
    assertThat(form("/sign-in/mfa", "with=recovery&recoveryCode=" + ada.recoveryCodes().getFirst(), half)
        .header("Location")).isEqualTo(OURS + "/");
  }

  @Test
  void says_at_the_field_what_is_wrong_and_leads_back_to_the_start_after_too_many() {
    Enrolled ada = Enrolled.in(world, cookie);
    String half = ada.halfSignedIn();
    assertThat(page(form("/sign-in/mfa", "totp=", half)).getElementById("totp-error").text()).contains("6 digits");
    for (int i = 0; i < 5; i++) {
      world.clock.advance(Duration.ofMinutes(5));
      FakeResponse wrong = form("/sign-in/mfa", "totp=" + ada.wrongCode(), half);
      assertThat(wrong.status()).isEqualTo(400);
      assertThat(wrong.body()).doesNotContain(ada.wrongCode());
    }
    world.clock.advance(Duration.ofMinutes(5));
    FakeResponse ended = form("/sign-in/mfa", "totp=" + ada.wrongCode(), half);
    assertThat(ended.header("Location")).isEqualTo(OURS + "/sign-in?notice=tooManyCodes");
    assertThat(ended.header("Set-Cookie")).startsWith("__Host-latchkey=; Max-Age=0;");
    assertThat(page(world.send(FakeRequest.get("/sign-in?notice=tooManyCodes"))).select(".toast.warning").text())
        .contains("Too many wrong codes");
  }

  @Test
  void sets_an_app_up_and_shows_the_recovery_codes_once() {
    TotpSecret secret = offered(cookie);
    FakeResponse wrong = form("/setup-mfa", "totp=12", cookie);
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(secretOf(wrong)).as("the same key again").isEqualTo(secret);
    FakeResponse done = form("/setup-mfa", "returnTo=/account/mfa&totp=" + shown(secret), cookie);
    assertThat(done.status()).isEqualTo(200);
    Document codes = page(done);
    assertThat(codes.select(".codes code")).hasSize(10);
    assertThat(codes.select("main > a.button").attr("href")).isEqualTo(OURS + "/account/mfa");
    String session = World.cookie(done);
    assertThat(form("/setup-mfa", "totp=" + shown(secret), session).header("Location"))
        .isEqualTo(OURS + "/account/mfa");
    assertThat(page(get("/account/mfa", session)).text()).contains("10 not used yet");
  }

  @Test
  void offers_a_new_key_with_each_enrolment_that_begins() {
    assertThat(offered(cookie)).isNotEqualTo(offered(cookie));
  }

  @Test
  void leads_people_to_set_it_up_where_an_organization_insists() {
    world.demand(AuthRequired.MFA);
    FakeResponse in = world.send(FakeRequest.form("/sign-in", SIGN_IN));
    assertThat(in.header("Location")).isEqualTo(OURS + "/setup-mfa");
    String session = World.cookie(in);
    assertThat(page(get("/setup-mfa", session)).select("form[action=/setup-mfa/skip]")).isEmpty();
    assertThat(form("/setup-mfa/skip", "", session).header("Location")).isEqualTo(OURS + "/setup-mfa");
    assertThat(page(get("/", session)).select(".notice.warning").text()).contains("Acme");
  }

  @Test
  void asks_who_one_is_before_a_change_and_leads_back() {
    Enrolled ada = Enrolled.in(world, cookie);
    world.clock.advance(Duration.ofMinutes(11));
    assertThat(get("/setup-mfa?returnTo=/account/mfa", ada.cookie()).header("Location"))
        .isEqualTo(OURS + "/reauthenticate?returnTo=%2Fsetup-mfa%3FreturnTo%3D%252Faccount%252Fmfa");
    assertThat(form("/account/mfa/recovery-codes", "", ada.cookie()).header("Location"))
        .isEqualTo(OURS + "/reauthenticate?returnTo=%2Faccount%2Fmfa");
    FakeResponse remove = form("/account/mfa/remove", "", ada.cookie());
    assertThat(remove.header("Location")).isEqualTo(OURS + "/reauthenticate?returnTo=%2Faccount%2Fmfa%2Fremove");
    Document ask = page(get("/reauthenticate?returnTo=%2Faccount%2Fmfa%2Fremove", ada.cookie()));
    assertThat(ask.getElementById("totp")).isNotNull();
    assertThat(page(get("/reauthenticate?with=password", ada.cookie())).getElementById("password")).isNotNull();
    assertThat(form("/reauthenticate", "password=wrong+lamps", ada.cookie()).status()).isEqualTo(401);
    FakeResponse proven =
        form("/reauthenticate", "password=seven+quiet+lamps&returnTo=/account/mfa/remove", ada.cookie());
    assertThat(proven.header("Location")).isEqualTo(OURS + "/account/mfa/remove");
    String session = World.cookie(proven);
    assertThat(page(get("/account/mfa/remove", session)).select("form[action=/account/mfa/remove] button").text())
        .isEqualTo("Remove second factor");
    assertThat(form("/account/mfa/remove", "", session).header("Location"))
        .isEqualTo(OURS + "/account/mfa?notice=mfaRemoved");
  }

  private TotpSecret offered(String session) {
    return secretOf(get("/setup-mfa", session));
  }

  private static TotpSecret secretOf(FakeResponse answer) {
    return new TotpSecret(page(answer).select("[data-copy]").attr("data-copy"));
  }

  private String shown(TotpSecret secret) {
    return FakeTotpCodes.codeAt(secret, world.clock.instant()).digits();
  }

  private FakeResponse get(String path, String session) {
    return world.send(FakeRequest.get(path).header("Cookie", session));
  }

  private FakeResponse form(String path, String body, String session) {
    return world.send(FakeRequest.form(path, body).header("Cookie", session));
  }

  private static Document page(FakeResponse answer) {
    return Jsoup.parse(answer.body());
  }
}
