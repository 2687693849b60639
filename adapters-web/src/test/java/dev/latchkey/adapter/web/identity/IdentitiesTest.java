package dev.latchkey.adapter.web.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapter.web.fake.BySso;
import dev.latchkey.adapter.web.fake.FakeRequest;
import dev.latchkey.adapter.web.fake.FakeResponse;
import dev.latchkey.adapter.web.fake.World;
import dev.latchkey.application.memory.FakeRelyingParty;
import dev.latchkey.domain.organization.MembershipStatus;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.sso.ClientId;
import dev.latchkey.domain.sso.ClientSecret;
import dev.latchkey.domain.sso.IssuerUrl;
import dev.latchkey.domain.sso.JitSettings;
import dev.latchkey.domain.sso.OidcClient;
import dev.latchkey.domain.sso.Provider;
import dev.latchkey.domain.sso.SsoConnection;
import dev.latchkey.domain.sso.SsoFault;
import dev.latchkey.domain.sso.SsoProblem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pages and the routes. */
class IdentitiesTest {
  private static final String PAGE = "/account/identities";
  private static final String ROUTE = "/api/auth/identities";

  private final World world = new World();
  private String cookie = world.signedUp("ada@example.com");

  @BeforeEach
  void acme_has_an_identity_provider() {
    Organization acme = world.acme().withAnotherProvider();
    world.ports.organizations().save(acme);
    world.ports.ssoConnections().add(SsoConnection.to(client(FakeRelyingParty.ISSUER), acme.id(), acme.ssoVersion(),
        world.clock.instant()));
  }

  @Test
  void shows_where_one_can_be_linked_and_whom_to_ask_where_not() {
    Document page = get(PAGE);
    assertThat(page.select(".empty").text()).startsWith("Nothing linked yet");
    assertThat(page.select("nav a[aria-current=page]").text()).isEqualTo("Linked identities");
    assertThat(page.select("#set-up").text()).isEqualTo("Setup Latchkey Single Sign-on");
    assertThat(page.select("form[action=/account/identities/link] input[name=organization]").val()).isEqualTo("acme");
    world.ports.ssoConnections().delete(world.acme().id());
    assertThat(get(PAGE).select("form[action=/account/identities/link]")).isEmpty();
    assertThat(get(PAGE).select("main").text()).contains("Ask an owner");
  }

  @Test
  void links_by_the_page_and_lists_and_unlinks() {
    FakeResponse away = send(FakeRequest.form(PAGE + "/link", "organization=acme"));
    assertThat(away.status()).as("no redirect, which form-action would stop").isEqualTo(200);
    assertThat(away.header("Refresh")).startsWith("0; url=" + FakeRelyingParty.ISSUER + "/authorize?state=");
    FakeResponse back = comeBack(away);
    assertThat(back.header("Location")).isEqualTo("https://sso.example.com/account/identities?notice=identityLinked");
    Document page = get(PAGE);
    assertThat(page.select("tbody th").text()).isEqualTo("Acme");
    assertThat(page.select("tbody").text()).contains("bob@acme.example");
    Document asks = get(page.select("tbody a").attr("href"));
    assertThat(asks.select("h1").text()).isEqualTo("Unlink yourself from Acme?");
    String id = asks.select("form[action=/account/identities/unlink] input[name=id]").val();
    FakeResponse unlinked = unlink(id);
    assertThat(unlinked.header("Location"))
        .isEqualTo("https://sso.example.com/account/identities?notice=identityUnlinked");
    assertThat(get(PAGE).select("tbody")).isEmpty();
    assertThat(unlink(id).header("Location")).as("pressed twice").isEqualTo(unlinked.header("Location"));
  }

  @Test
  void says_why_an_identity_signs_nobody_in_any_more() {
    comeBack(send(FakeRequest.form(PAGE + "/link", "organization=acme")));
    assertThat(knownAs()).isEqualTo("bob@acme.example");
    world.ports.ssoConnections().save(world.ports.ssoConnections().find(world.acme().id()).orElseThrow()
        .replacedBy(client("https://login.other.example"), 2, world.clock.instant()));
    assertThat(knownAs()).contains("Acme doesn’t use " + FakeRelyingParty.ISSUER + " any more.")
        .doesNotContain("other.example");
    world.makeMember(Role.AGENT, MembershipStatus.DEACTIVATED);
    assertThat(knownAs()).contains("you are not an active member of Acme.");
  }

  @Test
  void links_and_unlinks_by_the_routes() {
    FakeResponse away = send(FakeRequest.of("POST", ROUTE + "/link/acme"));
    assertThat(away.body()).contains("\"redirect\":\"" + FakeRelyingParty.ISSUER + "/authorize?state=");
    comeBack(away);
    FakeResponse list = send(FakeRequest.get(ROUTE));
    assertThat(list.body()).contains("\"slug\":\"acme\",\"name\":\"Acme\"", "\"provider\":\"oidc\"",
        "\"issuer\":\"" + FakeRelyingParty.ISSUER + "\"", "\"email\":\"bob@acme.example\"", "\"leadsIn\":true",
        "\"linkedAt\":\"2026-03-01T12:00:00Z\"", "\"nextCursor\":null");
    String id = list.body().replaceAll(".*\"items\":\\[\\{\"id\":\"([^\"]+)\".*", "$1");
    assertThat(send(FakeRequest.of("DELETE", ROUTE + "/" + id)).status()).isEqualTo(200);
    assertThat(send(FakeRequest.get(ROUTE)).body()).contains("\"items\":[]");
    assertThat(send(FakeRequest.of("DELETE", ROUTE + "/" + id)).status()).isEqualTo(404);
    assertThat(send(FakeRequest.of("DELETE", ROUTE + "/x")).status()).isEqualTo(404);
  }

  @Test
  void offers_nothing_elsewhere() {
    assertThat(send(FakeRequest.of("POST", ROUTE + "/link/nobody")).status()).isEqualTo(404);
    assertThat(send(FakeRequest.of("POST", ROUTE + "/link/NOT%20A")).status()).isEqualTo(404);
    assertThat(send(FakeRequest.form(PAGE + "/link", "organization=nobody")).status()).isEqualTo(404);
    assertThat(send(FakeRequest.form(PAGE + "/link", "")).status()).isEqualTo(404);
    assertThat(send(FakeRequest.get(PAGE + "/unlink?id=x")).status()).isEqualTo(404);
  }

  @Test
  void wants_a_fresh_proof_and_comes_back() {
    world.clock.advance(Duration.ofMinutes(11));
    assertThat(send(FakeRequest.form(PAGE + "/link", "organization=acme")).header("Location"))
        .isEqualTo("https://sso.example.com/reauthenticate?returnTo=%2Faccount%2Fidentities");
    assertThat(send(FakeRequest.of("POST", ROUTE + "/link/acme")).body()).contains("REAUTHENTICATION_REQUIRED");
    world.clock.set(world.clock.instant().minus(Duration.ofMinutes(11)));
    comeBack(send(FakeRequest.of("POST", ROUTE + "/link/acme")));
    String id = get(PAGE).select("tbody a").attr("href").replaceAll(".*id=", "");
    world.clock.advance(Duration.ofMinutes(11));
    assertThat(unlink(id).header("Location")).isEqualTo(
        "https://sso.example.com/reauthenticate?returnTo=%2Faccount%2Fidentities%2Funlink%3Fid%3D" + id);
    assertThat(send(FakeRequest.of("DELETE", ROUTE + "/" + id)).body()).contains("REAUTHENTICATION_REQUIRED");
  }

  @Test
  void says_what_is_wrong_with_the_provider() {
    world.provider.fails(Optional.of(new SsoProblem(SsoFault.UNREACHABLE, "for the admin only")));
    FakeResponse page = send(FakeRequest.form(PAGE + "/link", "organization=acme"));
    assertThat(page.status()).isEqualTo(502);
    assertThat(Jsoup.parse(page.body()).select("a[href=/account/identities]")).isNotEmpty();
    FakeResponse answer = send(FakeRequest.of("POST", ROUTE + "/link/acme"));
    assertThat(answer.body()).contains("SSO_PROVIDER_FAILED", "UNREACHABLE").doesNotContain("for the admin only");
  }

  @Test
  void keeps_the_last_way_in_and_offers_the_provider_where_its_word_counts() {
    world.ports.justInTime().save(world.acme().id(), new JitSettings(true, Role.AGENT, List.of()));
    FakeResponse away = world.send(FakeRequest.get("/api/auth/sso/acme/login"));
    cookie = "";
    comeBack(away);
    assertThat(get("/reauthenticate?returnTo=/account/identities").select("a[href^=/api/auth/sso/]")).isEmpty();
    assertThat(get("/reauthenticate?returnTo=/organizations/acme/sso").select("a[href^=/api/auth/sso/]").attr("href"))
        .isEqualTo("/api/auth/sso/acme/login?prompt=login&returnTo=%2Forganizations%2Facme%2Fsso");
    BySso.verified(world, "acme.example");
    assertThat(get("/reauthenticate?returnTo=/account/identities").select("a[href^=/api/auth/sso/]").text())
        .isEqualTo("Sign in again at Acme");
    String id = get(PAGE).select("tbody a").attr("href").replaceAll(".*id=", "");
    FakeResponse refused = unlink(id);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(Jsoup.parse(refused.body()).select("main").text()).contains("nothing else would lead into your account");
    FakeResponse answer = send(FakeRequest.of("DELETE", ROUTE + "/" + id));
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.body()).contains("\"code\":\"LAST_WAY_IN\"");
  }

  /** The browser at the callback; its session goes on under the new cookie. */
  private FakeResponse comeBack(FakeResponse away) {
    String browser = "__Host-latchkey-browser=" + away.cookie("__Host-latchkey-browser");
    FakeResponse back = world.send(FakeRequest
        .get("/api/auth/sso/callback?code=c&state=" + world.provider.lastWish().state())
        .header("Cookie", cookie.isEmpty() ? browser : cookie + "; " + browser));
    assertThat(back.status()).as(back.body()).isEqualTo(303);
    cookie = World.cookie(back);
    return back;
  }

  private FakeResponse unlink(String id) {
    return send(FakeRequest.form(PAGE + "/unlink", "id=" + id));
  }

  private static OidcClient client(String issuer) {
    return new OidcClient(Provider.OIDC, new IssuerUrl(issuer), new ClientId("latchkey"), new ClientSecret("secret"));
  }

  private String knownAs() {
    return get(PAGE).select("tbody td").getFirst().text();
  }

  private Document get(String path) {
    FakeResponse page = send(FakeRequest.get(path));
    assertThat(page.status()).as(page.body()).isEqualTo(200);
    return Jsoup.parse(page.body());
  }

  private FakeResponse send(FakeRequest request) {
    return world.send(request.header("Origin", "https://sso.example.com").header("Cookie", cookie));
  }
}
