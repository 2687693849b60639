package dev.latchkey.adapter.web.social;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapter.web.fake.FakeRequest;
import dev.latchkey.adapter.web.fake.FakeResponse;
import dev.latchkey.adapter.web.fake.ProviderTrips;
import dev.latchkey.adapter.web.fake.World;
import dev.latchkey.application.memory.FakeRelyingParty;
import dev.latchkey.domain.organization.AuthRequired;
import dev.latchkey.domain.organization.AuthenticationRequirement;
import dev.latchkey.domain.sso.SsoFault;
import dev.latchkey.domain.sso.SsoProblem;
import java.time.Duration;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The way there and back, the buttons that lead there, and being linked from inside. */
class SocialRoutesTest {
  private static final String LOGIN = "/api/auth/social/google/login";
  private static final String CALLBACK = "/api/auth/social/google/callback";
  private static final String PAGE = "/account/identities";
  private static final String ROUTE = "/api/auth/identities";
  private static final String SITE = "https://sso.example.com";

  private final World world = new World();
  private final ProviderTrips trips = new ProviderTrips(world, LOGIN, CALLBACK);

  @Test
  void leads_to_the_provider_and_makes_the_browser_known() {
    FakeResponse away = world.send(FakeRequest.get(LOGIN + "?login_hint=bob%40example.com"));
    assertThat(away.status()).isEqualTo(302);
    assertThat(away.header("Location")).startsWith(FakeRelyingParty.ISSUER + "/authorize?state=");
    assertThat(away.cookie("__Host-latchkey-browser")).isNotEmpty();
    assertThat(world.provider.lastWish().loginHint()).contains("bob@example.com");
    assertThat(world.provider.lastHandshake().redirectUri()).hasToString(SITE + CALLBACK);
    assertThat(world.send(FakeRequest.get(LOGIN + "?login_hint=nobody")).status()).isEqualTo(302);
  }

  @Test
  void signs_in_and_goes_on_to_a_page_of_our_own() {
    FakeResponse in = trips.signIn("/account/profile");
    assertThat(in.status()).as(in.body()).isEqualTo(303);
    assertThat(in.header("Location")).isEqualTo(SITE + "/account/profile");
    FakeResponse me = world.send(FakeRequest.get("/api/auth/me").header("Cookie", World.cookie(in)));
    assertThat(me.body()).contains("\"type\":\"social\"", "bob@acme.example", "\"organizations\":[]");
    assertThat(trips.signIn("https://evil.example/").header("Location")).isEqualTo(SITE + "/");
  }

  @Test
  void asks_for_the_second_factor_afterwards() {
    trips.signIn("/account/profile");
    world.enrolMfa("bob@acme.example");
    assertThat(trips.signIn("/account/profile").header("Location"))
        .isEqualTo(SITE + "/sign-in/mfa?returnTo=%2Faccount%2Fprofile");
  }

  @ParameterizedTest
  @CsvSource({"/api/auth/social/microsoft/login", "/api/auth/social/microsoft/callback",
    "/api/auth/social/GOOGLE/login",
    "/api/auth/social/facebook/login", "/api/auth/social/facebook/callback"})
  void is_not_there_for_what_is_not_set_up(String path) {
    FakeResponse page = world.send(FakeRequest.get(path));
    assertThat(page.status()).isEqualTo(404);
    assertThat(Jsoup.parse(page.body()).text()).contains("You can’t sign in this way here");
    FakeResponse answer = world.send(FakeRequest.get(path).header("Accept", "application/json"));
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body()).contains("\"code\":\"NOT_FOUND\"");
  }

  @ParameterizedTest
  @EnumSource(SsoFault.class)
  void tells_every_fault_in_words_with_a_reference(SsoFault fault) {
    String browser = trips.begin("");
    world.provider.fails(Optional.of(new SsoProblem(fault, "detail for the admin only")));
    FakeResponse refused = world.send(trips.back(browser));
    int status = switch (fault.kind()) {
      case REQUEST -> 400;
      case TOKEN -> 401;
      case PERSON -> fault == SsoFault.LINKED_TO_ANOTHER ? 409 : 403;
      case PROVIDER -> 502;
    };
    assertThat(refused.status()).isEqualTo(status);
    assertThat(Jsoup.parse(refused.body()).text()).contains(refused.header("X-Request-Id"), fault.name())
        .doesNotContain("detail for the admin only", "{0}");
    assertThat(world.ports.auditEvents().getLast().origin().requestId()).isEqualTo(refused.header("X-Request-Id"));
  }

  @Test
  void leads_who_has_an_account_already_to_where_it_can_be_connected() {
    world.signedUp("bob@acme.example");
    FakeResponse refused = trips.signIn("/");
    assertThat(refused.status()).isEqualTo(403);
    Document page = Jsoup.parse(refused.body());
    assertThat(page.text()).contains("Sign in as you usually do, then connect Google under Linked identities");
    assertThat(page.select("main a.button").attr("href")).isEqualTo("/sign-in?returnTo=%2Faccount%2Fidentities");
    String browser = trips.begin("");
    FakeResponse answer = world.send(trips.back(browser).header("Accept", "application/json"));
    assertThat(answer.body()).contains("\"code\":\"SSO_NOT_ADMITTED\"", "\"code\":\"ACCOUNT_EXISTS\"");
  }

  @Test
  void leads_to_single_sign_on_where_nothing_else_will_do() {
    String cookie = world.signedUp("ada@example.com");
    link(cookie);
    world.ports.organizations()
        .save(world.acme().demanding(new AuthenticationRequirement(AuthRequired.SSO, false)));
    FakeResponse page = trips.signIn("/account/profile");
    assertThat(page.header("Refresh"))
        .isEqualTo("0; url=" + SITE + "/api/auth/sso/acme/login?returnTo=%2Faccount%2Fprofile");
    FakeResponse answer = world.send(trips.back(trips.begin("")).header("Accept", "application/json"));
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body()).contains("\"code\":\"SSO_REQUIRED\"", "/api/auth/sso/acme/login");
  }

  @Test
  void offers_what_is_set_up_in_both_steps_and_when_signing_up() {
    Document first = page("/sign-in?returnTo=/account/profile", "");
    assertThat(first.select(".social a").eachText()).containsExactly("Continue with Google");
    assertThat(first.select(".social a").attr("href")).isEqualTo(LOGIN + "?returnTo=%2Faccount%2Fprofile");
    Document second = Jsoup.parse(
        world.send(FakeRequest.form("/sign-in", "step=address&email=bob@acme.example").header("Origin", SITE)).body());
    assertThat(second.select(".social a").attr("href")).isEqualTo(LOGIN + "?login_hint=bob%40acme.example");
    assertThat(page("/sign-up", "").select(".social a").attr("href")).isEqualTo(LOGIN);
  }

  @Test
  void connects_by_the_page_and_lists_and_unlinks() {
    String cookie = world.signedUp("ada@example.com");
    assertThat(page(PAGE, cookie).select("form[action=/account/identities/link-social] button").text())
        .isEqualTo("Connect Google");
    cookie = link(cookie);
    Document list = page(PAGE, cookie);
    assertThat(list.select("tbody th").text()).isEqualTo("Google");
    assertThat(list.select("tbody").text()).contains("bob@acme.example");
    Document asks = page(list.select("tbody a").attr("href"), cookie);
    assertThat(asks.select("h1").text()).isEqualTo("Unlink yourself from Google?");
    String id = asks.select("input[name=id]").val();
    FakeResponse unlinked = send(FakeRequest.form(PAGE + "/unlink", "id=" + id), cookie);
    assertThat(unlinked.header("Location")).isEqualTo(SITE + PAGE + "?notice=identityUnlinked");
    assertThat(page(PAGE, cookie).select("tbody")).isEmpty();
  }

  @Test
  void connects_and_unlinks_by_the_routes() {
    String cookie = world.signedUp("ada@example.com");
    FakeResponse away = send(FakeRequest.of("POST", ROUTE + "/link-social/google"), cookie);
    assertThat(away.body()).contains("\"redirect\":\"" + FakeRelyingParty.ISSUER + "/authorize?state=");
    cookie = comeBack(away, cookie);
    FakeResponse list = send(FakeRequest.get(ROUTE), cookie);
    assertThat(list.body()).contains("\"kind\":\"social\",\"organization\":null,\"provider\":\"google\"",
        "\"leadsIn\":true");
    String id = list.body().replaceAll(".*\"items\":\\[\\{\"id\":\"([^\"]+)\".*", "$1");
    assertThat(send(FakeRequest.of("DELETE", ROUTE + "/" + id), cookie).status()).isEqualTo(200);
    assertThat(send(FakeRequest.get(ROUTE), cookie).body()).contains("\"items\":[]");
    assertThat(send(FakeRequest.of("POST", ROUTE + "/link-social/microsoft"), cookie).status()).isEqualTo(404);
    assertThat(send(FakeRequest.of("POST", ROUTE + "/link-social/acme"), cookie).status()).isEqualTo(404);
    assertThat(send(FakeRequest.form(PAGE + "/link-social", "provider=microsoft"), cookie).status()).isEqualTo(404);
  }

  @Test
  void wants_a_fresh_proof_of_ones_own_which_the_provider_can_not_give() {
    String bob = World.cookie(trips.signIn("/"));
    assertThat(send(FakeRequest.form(PAGE + "/link-social", "provider=google"), bob).header("Location"))
        .isEqualTo(SITE + "/reauthenticate?returnTo=%2Faccount%2Fidentities");
    assertThat(send(FakeRequest.of("POST", ROUTE + "/link-social/google"), bob).body())
        .contains("REAUTHENTICATION_REQUIRED");
    assertThat(
        page("/reauthenticate?returnTo=/account/identities", bob).select("form[action=/reauthenticate/code/send]"))
        .isNotEmpty();
    String ada = world.signedUp("ada@example.com");
    world.clock.advance(Duration.ofMinutes(11));
    assertThat(send(FakeRequest.of("POST", ROUTE + "/link-social/google"), ada).body())
        .contains("REAUTHENTICATION_REQUIRED");
  }

  @Test
  void refuses_an_identity_that_is_connected_to_somebody_else() {
    trips.signIn("/");
    String ada = world.signedUp("ada@example.com");
    FakeResponse away = send(FakeRequest.of("POST", ROUTE + "/link-social/google"), ada);
    FakeResponse refused = returned(away, ada);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(Jsoup.parse(refused.body()).select("a[href=/account/identities]")).isNotEmpty();
    world.provider.fails(Optional.of(new SsoProblem(SsoFault.UNREACHABLE, "for the admin only")));
    assertThat(send(FakeRequest.of("POST", ROUTE + "/link-social/google"), ada).body())
        .contains("SSO_PROVIDER_FAILED", "UNREACHABLE", "Google").doesNotContain("for the admin only");
    assertThat(send(FakeRequest.form(PAGE + "/link-social", "provider=google"), ada).status()).isEqualTo(502);
  }

  /** Connects by the page. @return the cookie under which the session goes on */
  private String link(String cookie) {
    FakeResponse away = send(FakeRequest.form(PAGE + "/link-social", "provider=google"), cookie);
    assertThat(away.status()).as("no redirect, which form-action would stop").isEqualTo(200);
    assertThat(away.header("Refresh")).startsWith("0; url=" + FakeRelyingParty.ISSUER + "/authorize?state=");
    return comeBack(away, cookie);
  }

  private String comeBack(FakeResponse away, String cookie) {
    FakeResponse back = returned(away, cookie);
    assertThat(back.status()).as(back.body()).isEqualTo(303);
    assertThat(back.header("Location")).isEqualTo(SITE + PAGE + "?notice=socialLinked");
    return World.cookie(back);
  }

  private FakeResponse returned(FakeResponse away, String cookie) {
    return world.send(FakeRequest.get(CALLBACK + "?code=c&state=" + world.provider.lastWish().state())
        .header("Cookie", cookie + "; __Host-latchkey-browser=" + away.cookie("__Host-latchkey-browser")));
  }

  private Document page(String path, String cookie) {
    FakeResponse page = send(FakeRequest.get(path), cookie);
    assertThat(page.status()).as(page.body()).isEqualTo(200);
    return Jsoup.parse(page.body());
  }

  private FakeResponse send(FakeRequest request, String cookie) {
    return world.send(request.header("Origin", SITE).header("Cookie", cookie));
  }
}
