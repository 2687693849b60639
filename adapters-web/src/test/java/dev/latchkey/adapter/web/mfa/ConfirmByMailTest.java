package dev.latchkey.adapter.web.mfa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapter.web.fake.FakeRequest;
import dev.latchkey.adapter.web.fake.FakeResponse;
import dev.latchkey.adapter.web.fake.World;
import dev.latchkey.application.memory.FakeRelyingParty;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.sso.ClientId;
import dev.latchkey.domain.sso.ClientSecret;
import dev.latchkey.domain.sso.IssuerUrl;
import dev.latchkey.domain.sso.JitSettings;
import dev.latchkey.domain.sso.OidcClient;
import dev.latchkey.domain.sso.Provider;
import dev.latchkey.domain.sso.SsoConnection;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Somebody whom only an identity provider lets in, of an organization that has verified no domain: its word is not enough
 * for the account, and a code by mail is the way out.
 */
class ConfirmByMailTest {
  private static final String SITE = "https://sso.example.com";
  private static final String PAGE = "/reauthenticate?returnTo=%2Faccount%2Fmfa";

  private final World world = new World();
  private String cookie = "";

  @BeforeEach
  void bob_comes_by_single_sign_on() {
    world.register("ada@example.com", "Acme");
    Organization acme = world.acme().withAnotherProvider();
    world.ports.organizations().save(acme);
    world.ports.ssoConnections().add(SsoConnection.to(new OidcClient(Provider.OIDC,
        new IssuerUrl(FakeRelyingParty.ISSUER), new ClientId("latchkey"), new ClientSecret("secret")), acme.id(),
        acme.ssoVersion(), world.clock.instant()));
    world.ports.justInTime().save(acme.id(), new JitSettings(true, Role.AGENT, List.of()));
    FakeResponse away = world.send(FakeRequest.get("/api/auth/sso/acme/login"));
    cookie = "__Host-latchkey-browser=" + away.cookie("__Host-latchkey-browser");
    cookie = World.cookie(
        send(FakeRequest.get("/api/auth/sso/callback?code=c&state=" + world.provider.lastWish().state())));
  }

  @Test
  void by_the_pages() {
    assertThat(enrols().status()).isEqualTo(403);
    Document ways = page(PAGE);
    assertThat(ways.select("main").text()).contains("no password", "bob@acme.example", "E-mail me a code");
    assertThat(ways.select("a[href^=/api/auth/sso/]")).as("its word is not enough for this").isEmpty();
    FakeResponse sent = send(FakeRequest.form(ways.select("form[action=/reauthenticate/code/send]").attr("action"),
        "returnTo=/account/mfa"));
    assertThat(sent.header("Location")).startsWith(SITE + "/reauthenticate/code?challenge=")
        .endsWith("&returnTo=%2Faccount%2Fmfa");
    String code = world.lastMail().text();
    Document asks = page(sent.header("Location").substring(SITE.length()));
    assertThat(asks.text()).contains("bob@acme.example").doesNotContain(code);
    String challenge = asks.select("form[action=/reauthenticate/code] input[name=challengeId]").val();
    FakeResponse wrong = confirm(challenge, code.equals("00000000") ? "00000001" : "00000000");
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(Jsoup.parse(wrong.body()).select("form[action=/reauthenticate/code] input[name=returnTo]").val())
        .isEqualTo("/account/mfa");
    assertThat(confirm(challenge, "lamps").status()).isEqualTo(400);
    assertThat(confirm("none of ours", code).status()).isEqualTo(400);
    FakeResponse right = confirm(challenge, code.substring(0, 4) + " " + code.substring(4));
    assertThat(right.header("Location")).isEqualTo(SITE + "/account/mfa");
    cookie = World.cookie(right);
    assertThat(enrols().status()).isEqualTo(200);
  }

  @Test
  void by_the_routes() {
    FakeResponse sent = send(FakeRequest.of("POST", "/api/auth/reauthenticate/code"));
    assertThat(sent.status()).isEqualTo(202);
    String code = world.lastMail().text();
    assertThat(sent.body()).doesNotContain(code);
    String challenge = sent.body().replaceAll(".*\"challengeId\":\"([^\"]+)\".*", "$1");
    assertThat(answer("\"challengeId\":\"" + challenge + "\",\"code\":\"lamps\"").status()).isEqualTo(400);
    assertThat(answer("\"challengeId\":\"" + challenge + "\"").status()).isEqualTo(400);
    FakeResponse proven = answer("\"challengeId\":\"" + challenge + "\",\"code\":\"" + code + "\"");
    assertThat(proven.status()).as(proven.body()).isEqualTo(200);
    assertThat(proven.body()).contains("\"type\":\"email-code\"", "\"type\":\"sso\"");
    cookie = World.cookie(proven);
    assertThat(enrols().status()).isEqualTo(200);
  }

  @Test
  void mails_to_nobody_without_end() {
    FakeResponse last = send(FakeRequest.of("POST", "/api/auth/reauthenticate/code"));
    for (int i = 0; i < 20 && last.status() == 202; i++) {
      last = send(FakeRequest.of("POST", "/api/auth/reauthenticate/code"));
    }
    assertThat(last.status()).isEqualTo(429);
    assertThat(last.header("Retry-After")).isNotEmpty();
    FakeResponse page = send(FakeRequest.form("/reauthenticate/code/send", "returnTo=/account/mfa"));
    assertThat(page.status()).isEqualTo(429);
    assertThat(page.header("Retry-After")).isNotEmpty();
    assertThat(Jsoup.parse(page.body()).select("form[action=/reauthenticate/code]")).isEmpty();
  }

  private FakeResponse enrols() {
    return send(FakeRequest.of("POST", "/api/auth/mfa/totp"));
  }

  private FakeResponse confirm(String challenge, String code) {
    return send(FakeRequest.form("/reauthenticate/code",
        "challengeId=" + challenge + "&code=" + code + "&returnTo=/account/mfa"));
  }

  private FakeResponse answer(String members) {
    return send(FakeRequest.json("POST", "/api/auth/reauthenticate", "{" + members + "}"));
  }

  private Document page(String path) {
    FakeResponse page = send(FakeRequest.get(path));
    assertThat(page.status()).as(page.body()).isEqualTo(200);
    return Jsoup.parse(page.body());
  }

  private FakeResponse send(FakeRequest request) {
    return world.send(request.header("Origin", SITE).header("Cookie", cookie));
  }
}
