package dev.latchkey.adapter.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapter.web.fake.FakeRequest;
import dev.latchkey.adapter.web.fake.FakeResponse;
import dev.latchkey.adapter.web.fake.World;
import dev.latchkey.domain.organization.AuthRequired;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MagicLinkRoutesTest {
  private final World world = new World();

  @BeforeEach
  void registers() {
    world.register("ada@example.com", "Acme");
  }

  @Test
  void signs_in_at_once_the_browser_that_asked() {
    FakeResponse asked = ask("ada@example.com");
    assertThat(asked.status()).isEqualTo(202);
    assertThat(asked.body()).contains("\"data\":null");
    FakeResponse in = redeem(world.lastCode(), "", browser(asked));
    assertThat(in.status()).isEqualTo(200);
    assertThat(in.body()).contains("\"type\":\"magic-link\"");
    assertThat(in.cookie("__Host-latchkey")).hasSize(43);
    assertThat(redeem(world.lastCode(), "", browser(asked)).body())
        .contains("\"status\":400,\"code\":\"CODE_INVALID\"");
  }

  @Test
  void wants_another_browser_to_confirm() {
    ask("ada@example.com");
    String token = world.lastCode();
    String stranger = browser(ask("eve@example.com"));
    for (String confirm : new String[]{"", ",\"confirm\":false", ",\"confirm\":null"}) {
      assertThat(redeem(token, confirm, stranger).body()).contains("\"status\":409,\"code\":\"CONFIRM_REQUIRED\"");
    }
    assertThat(redeem(token, ",\"confirm\":\"true\"", stranger).body()).contains("VALIDATION_FAILED");
    assertThat(redeem(token, ",\"confirm\":true", stranger).status()).isEqualTo(200);
  }

  @Test
  void answers_unknown_addresses_alike() {
    FakeResponse known = ask("ada@example.com");
    FakeResponse unknown = ask("bob@example.com");
    assertThat(world.lastMail().subject()).isEqualTo("NoAccount");
    assertThat(unknown.status()).isEqualTo(known.status());
    assertThat(unknown.body()).isEqualTo(known.body());
    assertThat(unknown.cookie("__Host-latchkey-browser")).hasSameSizeAs(known.cookie("__Host-latchkey-browser"));
  }

  @Test
  void refuses_links_that_are_old_or_forged_or_no_links() {
    FakeResponse asked = ask("ada@example.com");
    String token = world.lastCode();
    char last = token.charAt(token.length() - 1);
    String forged = token.substring(0, token.length() - 1) + (last == 'A' ? 'B' : 'A');
    assertThat(redeem(forged, ",\"confirm\":true", browser(asked)).body()).contains("CODE_INVALID");
    assertThat(redeem("nonsense", "", browser(asked)).body()).contains("VALIDATION_FAILED", "\"pointer\":\"/token\"");
    world.clock.advance(Duration.ofMinutes(15));
    assertThat(redeem(token, "", browser(asked)).body()).contains("CODE_INVALID");
    assertThat(open(token, browser(asked)).status()).isEqualTo(400);
  }

  @Test
  void leads_to_the_identity_provider_that_the_organization_insists_on() {
    FakeResponse asked = ask("ada@example.com");
    String token = world.lastCode();
    world.demand(AuthRequired.SSO);
    assertThat(open(token, browser(asked)).header("Refresh"))
        .isEqualTo("0; url=https://sso.example.com/api/auth/sso/acme/login");
    ask("ada@example.com");
    assertThat(world.lastMail().subject()).isEqualTo("SignInBySso");
  }

  @Test
  void is_asked_for_on_the_sign_in_page_and_opened_from_the_mail() {
    FakeResponse step = world.send(FakeRequest.form("/sign-in", "step=address&email=ada%40example.com"));
    assertThat(page(step).select("form[action=/magic-link/send] button").text())
        .isEqualTo("E-mail me a link to sign in");
    FakeResponse sent = world.send(FakeRequest.form("/magic-link/send", "email=ada%40example.com"));
    assertThat(sent.header("Location")).isEqualTo("https://sso.example.com/magic-link/sent");
    FakeResponse look = world.send(FakeRequest.get("/magic-link/sent")
        .header("Cookie", "__Host-latchkey-signin=" + sent.cookie("__Host-latchkey-signin")));
    assertThat(page(look).select(".address").text()).isEqualTo("ada@example.com");
    FakeResponse again = world.send(FakeRequest.form("/magic-link/send", "email=ada%40example.com&again=yes"));
    assertThat(again.header("Location")).isEqualTo("https://sso.example.com/magic-link/sent?notice=linkSent");
    FakeResponse in = open(world.lastCode(), browser(again));
    assertThat(in.status()).isEqualTo(303);
    assertThat(in.header("Location")).isEqualTo("https://sso.example.com/");
    assertThat(in.cookie("__Host-latchkey")).hasSize(43);
  }

  @Test
  void leads_where_people_wanted_to_go_but_nowhere_else() {
    FakeResponse sent = send("returnTo=%2Faccount%2Fsessions", "");
    String cookies = browser(sent) + "; __Host-latchkey-return=" + sent.cookie("__Host-latchkey-return");
    FakeResponse again = send("again=yes", cookies);
    assertThat(again.cookie("__Host-latchkey-return")).isEqualTo(sent.cookie("__Host-latchkey-return"));
    assertThat(open(world.lastCode(), cookies).header("Location"))
        .isEqualTo("https://sso.example.com/account/sessions");

    assertThat(send("returnTo=%2F%2Fevil.example", cookies).cookie("__Host-latchkey-return")).isEmpty();
    String planted = browser(sent) + "; __Host-latchkey-return=" + Base64.getUrlEncoder().withoutPadding()
        .encodeToString("//evil.example".getBytes(StandardCharsets.US_ASCII));
    assertThat(open(world.lastCode(), planted).header("Location")).isEqualTo("https://sso.example.com/");
  }

  @Test
  void is_not_used_up_by_whoever_looks_into_the_mail_before() {
    ask("ada@example.com");
    String token = world.lastCode();
    for (int scanner = 0; scanner < 5; scanner++) {
      FakeResponse looked = world.send(FakeRequest.get("/magic-link?token=" + token));
      assertThat(looked.status()).isEqualTo(200);
      assertThat(looked.headers("Set-Cookie")).isEmpty();
      assertThat(page(looked).select("form[action=/magic-link] input[name=token]").val()).isEqualTo(token);
    }
    FakeResponse in = world.send(FakeRequest.form("/magic-link", "token=" + token));
    assertThat(in.status()).isEqualTo(303);
    assertThat(in.cookie("__Host-latchkey")).hasSize(43);
    assertThat(page(world.send(FakeRequest.form("/magic-link", "token=" + token))).selectFirst("h1").text())
        .isEqualTo("This link is used up");
  }

  @Test
  void says_of_what_is_no_token_that_the_link_is_over() {
    assertThat(world.send(FakeRequest.get("/magic-link?token=x")).status()).isEqualTo(400);
    assertThat(world.send(FakeRequest.get("/magic-link")).status()).isEqualTo(400);
  }

  @Test
  void stops_mailing_an_address_that_is_flooded() {
    FakeResponse last = ask("bob@example.com");
    for (int i = 0; i < 20 && last.status() == 202; i++) {
      last = ask("bob@example.com");
    }
    assertThat(last.status()).isEqualTo(429);
    FakeResponse page = world.send(FakeRequest.form("/magic-link/send", "email=bob%40example.com"));
    assertThat(page.status()).isEqualTo(429);
    assertThat(page(page).text()).contains("already sent several mails");
  }

  @Test
  void discovers_the_same_for_every_address() {
    FakeResponse known = world.post("/api/auth/discover", "{\"email\":\"ada@example.com\"}");
    assertThat(known.body()).contains("\"data\":{\"method\":\"password\",\"redirect\":null}")
        .isEqualTo(world.post("/api/auth/discover", "{\"email\":\"bob@example.com\"}").body());
    assertThat(world.post("/api/auth/discover", "{\"email\":\"bob\"}").status()).isEqualTo(400);
  }

  private FakeResponse send(String more, String cookies) {
    FakeRequest request = FakeRequest.form("/magic-link/send", "email=ada%40example.com&" + more);
    return world.send(cookies.isEmpty() ? request : request.header("Cookie", cookies));
  }

  private FakeResponse ask(String email) {
    return world.post("/api/auth/magic-link", "{\"email\":\"%s\"}".formatted(email));
  }

  private FakeResponse redeem(String token, String confirm, String browser) {
    return world.send(FakeRequest.json("POST", "/api/auth/magic-link/redeem", "{\"token\":\"%s\"%s}"
        .formatted(token, confirm)).header("Origin", "https://sso.example.com").header("Cookie", browser));
  }

  private FakeResponse open(String token, String browser) {
    return world.send(FakeRequest.get("/magic-link?token=" + token).header("Cookie", browser));
  }

  private static String browser(FakeResponse asked) {
    return "__Host-latchkey-browser=" + asked.cookie("__Host-latchkey-browser");
  }

  private static Document page(FakeResponse answer) {
    return Jsoup.parse(answer.body());
  }
}
