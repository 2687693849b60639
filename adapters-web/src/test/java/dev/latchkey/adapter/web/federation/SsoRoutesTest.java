package dev.latchkey.adapter.web.federation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapter.web.fake.FakeRequest;
import dev.latchkey.adapter.web.fake.FakeResponse;
import dev.latchkey.adapter.web.fake.ProviderTrips;
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
import dev.latchkey.domain.sso.SsoFault;
import dev.latchkey.domain.sso.SsoProblem;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SsoRoutesTest {
  private static final String LOGIN = "/api/auth/sso/acme/login";
  private static final String CALLBACK = "/api/auth/sso/callback";

  private final World world = new World();
  private final ProviderTrips trips = new ProviderTrips(world, LOGIN, CALLBACK);

  @BeforeEach
  void acme_has_an_identity_provider_and_lets_people_in() {
    world.register("ada@example.com", "Acme");
    Organization acme = world.acme().withAnotherProvider();
    world.ports.organizations().save(acme);
    world.ports.ssoConnections().add(SsoConnection.to(new OidcClient(Provider.OIDC,
        new IssuerUrl(FakeRelyingParty.ISSUER), new ClientId("latchkey"), new ClientSecret("secret")), acme.id(),
        acme.ssoVersion(), world.clock.instant()));
    world.ports.justInTime().save(acme.id(), new JitSettings(true, Role.AGENT, List.of()));
  }

  @Test
  void leads_to_the_provider_and_makes_the_browser_known() {
    FakeResponse away = world.send(FakeRequest.get(LOGIN + "?login_hint=bob%40acme.example&prompt=login"));
    assertThat(away.status()).isEqualTo(302);
    assertThat(away.header("Location")).startsWith(FakeRelyingParty.ISSUER + "/authorize?state=");
    assertThat(away.cookie("__Host-latchkey-browser")).isNotEmpty();
    assertThat(world.provider.lastWish().loginHint()).contains("bob@acme.example");
    assertThat(world.provider.lastWish().signInAnew()).isTrue();
  }

  @Test
  void signs_in_and_goes_on_to_a_page_of_our_own() {
    FakeResponse in = trips.signIn("/account/profile");
    assertThat(in.status()).isEqualTo(303);
    assertThat(in.header("Location")).isEqualTo("https://sso.example.com/account/profile");
    FakeResponse me = world.send(FakeRequest.get("/api/auth/me").header("Cookie", World.cookie(in)));
    assertThat(me.body()).contains("\"type\":\"sso\"", "bob@acme.example", "\"slug\":\"acme\"");
  }

  @ParameterizedTest
  @CsvSource({"https://evil.example/", "//evil.example", "/api/auth/logout", "/sign-in"})
  void goes_nowhere_else(String returnTo) {
    assertThat(trips.signIn(returnTo).header("Location")).isEqualTo("https://sso.example.com/");
  }

  @Test
  void comes_back_from_a_page_of_another_site() {
    String browser = trips.begin("");
    FakeResponse in = world.send(trips.back(browser).header("Sec-Fetch-Site", "cross-site"));
    assertThat(in.status()).isEqualTo(303);
  }

  @Test
  void takes_no_answer_that_was_posted() {
    trips.begin("");
    assertThat(world.send(FakeRequest.form(CALLBACK, "state=" + world.provider.lastWish().state() + "&code=c"))
        .status()).isEqualTo(405);
  }

  @ParameterizedTest
  @EnumSource(SsoFault.class)
  void tells_every_fault_in_words_of_its_own_with_a_reference(SsoFault fault) {
    String browser = trips.begin("");
    world.provider.fails(Optional.of(new SsoProblem(fault, "detail for the admin only")));
    FakeResponse refused = world.send(trips.back(browser));
    int status = switch (fault.kind()) {
      case REQUEST -> 400;
      case TOKEN -> 401;
      case PERSON -> 403;
      case PROVIDER -> 502;
    };
    assertThat(refused.status()).isEqualTo(status);
    Document page = Jsoup.parse(refused.body());
    assertThat(page.text()).contains(refused.header("X-Request-Id"), fault.name())
        .doesNotContain("detail for the admin only", "{0}");
    assertThat(world.ports.auditEvents().getLast().origin().requestId()).isEqualTo(refused.header("X-Request-Id"));
  }

  @Test
  void offers_other_ways_to_who_is_signed_in_and_was_not_asked_by_the_provider() {
    FakeResponse in = trips.signIn("/");
    String session = World.cookie(in);
    String browser = trips.begin("?prompt=login&returnTo=/account/passkeys");
    FakeResponse refused = world.send(trips.back(browser + "; " + session));
    assertThat(refused.status()).isEqualTo(401);
    Document page = Jsoup.parse(refused.body());
    assertThat(page.select("a.button").attr("href")).isEqualTo("/reauthenticate?returnTo=%2Faccount%2Fpasskeys");
    assertThat(page.text()).contains("NOT_SIGNED_IN_ANEW", "still signed in");
    assertThat(world.send(FakeRequest.get("/api/auth/me").header("Cookie", session)).status()).isEqualTo(200);
    FakeResponse stranger = world.send(trips.back(trips.begin("?prompt=login")));
    assertThat(stranger.status()).isEqualTo(401);
    assertThat(Jsoup.parse(stranger.body()).select("a.button").attr("href")).isEqualTo(LOGIN);
  }

  @Test
  void answers_programs_with_the_envelope() {
    FakeResponse refused = world.send(FakeRequest.get(CALLBACK + "?state=x&code=y").header("Accept",
        "application/json"));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body()).contains("\"code\":\"SSO_INTERRUPTED\"", "\"code\":\"STATE_INVALID\"");
  }

  @Test
  void counts_a_parameter_that_is_there_twice_as_absent() {
    String browser = trips.begin("");
    String state = world.provider.lastWish().state();
    FakeResponse refused = world.send(FakeRequest.get(CALLBACK + "?code=c&state=" + state + "&state=" + state)
        .header("Cookie", browser));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(Jsoup.parse(refused.body()).text()).contains("STATE_INVALID");
  }

  @ParameterizedTest
  @CsvSource({"/api/auth/sso/nobody/login", "/api/auth/sso/NOT%20A%20SLUG/login", "/api/auth/sso/NOT%20A/callback"})
  void tells_nobody_which_organizations_there_are(String path) {
    world.ports.ssoConnections().delete(world.acme().id());
    FakeResponse unknown = world.send(FakeRequest.get(path));
    FakeResponse without = world.send(FakeRequest.get(LOGIN));
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.body().replace(unknown.header("X-Request-Id"), ""))
        .isEqualTo(without.body().replace(without.header("X-Request-Id"), ""));
  }

  @Test
  void asks_for_the_second_factor_afterwards() {
    trips.signIn("/account/profile");
    world.enrolMfa("bob@acme.example");
    assertThat(trips.signIn("/account/profile").header("Location"))
        .isEqualTo("https://sso.example.com/sign-in/mfa?returnTo=%2Faccount%2Fprofile");
  }
}
