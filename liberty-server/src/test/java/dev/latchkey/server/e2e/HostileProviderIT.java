package dev.latchkey.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapter.idp.hostile.Endpoint;
import dev.latchkey.adapter.idp.hostile.Lie;
import dev.latchkey.adapter.idp.hostile.Manner;
import dev.latchkey.adapter.idp.hostile.TestProvider;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An identity provider that lies gets nobody in, and the admins are told about what. */
@ExtendWith(TwoNodes.Extension.class)
class HostileProviderIT {
  private static final Set<Lie> ABOUT_THE_PERSON = EnumSet.of(Lie.USERINFO_OF_ANOTHER, Lie.USERINFO_WITHOUT_SUBJECT);
  private static final Set<Lie> ABOUT_ITSELF = EnumSet.of(Lie.DISCOVERY_OF_ANOTHER_ISSUER);
  private static final Set<Lie> ABOUT_THE_LOGIN = EnumSet.of(Lie.SIGNED_IN_LONG_AGO, Lie.SIGNED_IN_MISSING);
  private static final Set<Lie> IN_THE_ANSWER = EnumSet.of(Lie.RESPONSE_ISSUER_OTHER, Lie.RESPONSE_ISSUER_MISSING);

  private final TwoNodes nodes;
  private final Tenant victim;
  private final HttpClient world = HttpClient.newHttpClient();

  HostileProviderIT(TwoNodes nodes) {
    this.nodes = nodes;
    this.victim = new Tenant(nodes.someone(), TestProvider.start());
  }

  /** An organization with an identity provider of its own. */
  private record Tenant(Person owner, TestProvider provider) {
    String id() {
      return owner.organization();
    }

    String slug() {
      return owner.welcome().data().at("/organizations/0/slug").asText();
    }

    void connect() {
      String settings = "/api/user/organizations/" + id() + "/settings";
      assertThat(owner.browser().json("PUT", settings + "/sso", """
          {"provider":"oidc","issuerUrl":"%s","clientId":"%s","clientSecret":"%s"}""".formatted(provider.issuer(),
          provider.clientId(), provider.clientSecret())).status()).isEqualTo(200);
      assertThat(owner.browser().json("PUT", settings + "/jit",
          "{\"enabled\":true,\"defaultRole\":\"agent\",\"allowedDomains\":[]}").status()).isEqualTo(200);
      String subject = UUID.randomUUID().toString();
      provider.signsIn(dev.latchkey.adapter.idp.hostile.Person.of(subject, subject + "@elsewhere.example", "Bob"));
    }

    void callsBackAtItsOwn() {
      assertThat(owner.browser().json("PUT", "/api/user/organizations/" + id() + "/settings/sso/callback",
          "{\"mode\":\"dedicated\"}").status()).isEqualTo(200);
    }
  }

  @BeforeEach
  void connect() {
    victim.connect();
  }

  @AfterEach
  void stop() {
    victim.provider().close();
  }

  @Test
  void every_lie_is_refused_with_its_status_and_told_to_the_admins() {
    assertThat(signIn(victim).status()).isEqualTo(303);
    assertThat(signIn(victim, "?prompt=login").status()).isEqualTo(303);
    for (Lie lie : EnumSet.complementOf(EnumSet.copyOf(ABOUT_ITSELF))) {
      victim.provider().behave();
      victim.provider().tellsByUserinfo(ABOUT_THE_PERSON.contains(lie) || lie == Lie.ACCESS_TOKEN_WITH_LINE_BREAK);
      victim.provider().lie(lie);

      ApiClient.Answer answer = signIn(victim, ABOUT_THE_LOGIN.contains(lie) ? "?prompt=login" : "");

      assertThat(answer.status()).as(lie.name()).isEqualTo(IN_THE_ANSWER.contains(lie) ? 400 : 401);
      assertToldToAdmins(lie.name(), answer);
    }
  }

  @Test
  void metadata_of_another_issuer_lead_nowhere() {
    victim.provider().lie(Lie.DISCOVERY_OF_ANOTHER_ISSUER);

    ApiClient.Answer answer = nodes.browser().get("/api/auth/sso/" + victim.slug() + "/login");

    assertThat(answer.status()).isEqualTo(502);
    assertToldToAdmins("discovery", answer);
  }

  @ParameterizedTest
  @CsvSource({"DISCOVERY, REDIRECTS", "DISCOVERY, SILENT", "DISCOVERY, ENDLESS", "DISCOVERY, DEEP",
    "DISCOVERY, GZIP_BOMB", "DISCOVERY, TRUNCATED", "TOKEN, SILENT", "TOKEN, DRIPPING", "TOKEN, HUGE", "TOKEN, FAILING",
    "KEYS, REDIRECTS", "KEYS, NOT_JSON"})
  void a_provider_that_fails_is_given_up_within_six_seconds(Endpoint endpoint, Manner manner) {
    victim.provider().misbehave(endpoint, manner);
    long begin = System.nanoTime();

    ApiClient.Answer answer = signIn(victim);

    assertThat(answer.status()).isEqualTo(502);
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(7));
    assertToldToAdmins(endpoint + " " + manner, answer);
  }

  @Test
  void endpoints_inside_the_house_are_not_called() {
    for (String keys : Set.of("http://10.0.0.1/keys", "http://169.254.169.254/keys", "http://[fd00::1]/keys",
        "http://2130706433/keys", "http://0x7f.1/keys")) {
      victim.provider().advertise("jwks_uri", keys);
      victim.owner().browser().post("/api/user/organizations/" + victim.id() + "/settings/sso/test");

      ApiClient.Answer answer = signIn(victim);

      assertThat(answer.status()).as(keys).isEqualTo(502);
    }
  }

  @Test
  void an_answer_of_one_tenants_provider_is_worth_nothing_at_another() {
    Tenant evil = new Tenant(nodes.someone(), TestProvider.start());
    try (TestProvider provider = evil.provider()) {
      evil.connect();
      assertMixUpStopped(evil, 400);

      // Without a name in the answers the shared callback can't tell; with one of its own each tenant is safe.
      provider.advertise("authorization_response_iss_parameter_supported", null);
      victim.provider().advertise("authorization_response_iss_parameter_supported", null);
      victim.callsBackAtItsOwn();
      evil.callsBackAtItsOwn();
      assertMixUpStopped(evil, 400);
    }
  }

  /**
   * Somebody begins at the evil tenant, whose provider sends the browser on to the honest one, so that its code is shown
   * to the evil one (RFC 9700 §4.4.1).
   */
  private void assertMixUpStopped(Tenant evil, int status) {
    long before = evil.provider().calls(Endpoint.TOKEN);
    ApiClient browser = nodes.browser();
    URI toEvil = begun(browser, evil);
    URI atHonest = URI.create(victim.provider().issuer() + Endpoint.AUTHORIZE.path() + "?" + toEvil.getRawQuery()
        .replaceAll("redirect_uri=[^&]*", "redirect_uri=" + callbackOf(begun(nodes.browser(), victim))));

    ApiClient.Answer answer = browser.get(pathOf(sentOn(atHonest)));

    assertThat(answer.status()).isEqualTo(status);
    assertThat(evil.provider().calls(Endpoint.TOKEN)).isEqualTo(before);
  }

  private static String callbackOf(URI authorization) {
    return authorization.getRawQuery().replaceAll(".*redirect_uri=([^&]*).*", "$1");
  }

  private ApiClient.Answer signIn(Tenant tenant) {
    return signIn(tenant, "");
  }

  private ApiClient.Answer signIn(Tenant tenant, String query) {
    ApiClient browser = nodes.browser();
    ApiClient.Answer begun = browser.get("/api/auth/sso/" + tenant.slug() + "/login" + query);
    return begun.status() == 302
        ? browser.get(pathOf(sentOn(URI.create(begun.header("Location").orElseThrow()))))
        : begun;
  }

  private URI begun(ApiClient browser, Tenant tenant) {
    ApiClient.Answer begun = browser.get("/api/auth/sso/" + tenant.slug() + "/login");
    assertThat(begun.status()).as(begun.body()).isEqualTo(302);
    return URI.create(begun.header("Location").orElseThrow());
  }

  private void assertToldToAdmins(String what, ApiClient.Answer answer) {
    String reference = answer.header("X-Request-Id").orElseThrow();
    assertThat(nodes.database().texts("SELECT details ->> 'fault' FROM audit_event WHERE organization_id = ? "
        + "AND request_id = ?", victim.id(), reference)).as(what).hasSize(1).doesNotContainNull();
  }

  private static String pathOf(URI address) {
    return address.getRawPath() + "?" + address.getRawQuery();
  }

  private URI sentOn(URI address) {
    try {
      return URI.create(world.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding()).headers()
          .firstValue("Location").orElseThrow());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
