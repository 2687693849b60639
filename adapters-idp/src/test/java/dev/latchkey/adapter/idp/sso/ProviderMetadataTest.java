package dev.latchkey.adapter.idp.sso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapter.idp.hostile.Endpoint;
import dev.latchkey.adapter.idp.hostile.Lie;
import dev.latchkey.adapter.idp.hostile.Manner;
import dev.latchkey.adapter.idp.hostile.TestProvider;
import dev.latchkey.application.sso.RelyingParty;
import dev.latchkey.application.sso.RelyingParty.Authorization;
import dev.latchkey.application.sso.RelyingParty.Redemption;
import dev.latchkey.application.sso.RelyingParty.Renewal;
import dev.latchkey.domain.sso.ClientSecret;
import dev.latchkey.domain.sso.OidcClient;
import dev.latchkey.domain.sso.Provider;
import dev.latchkey.domain.sso.SsoFault;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a provider says about itself, how it answers, and what becomes of a sign-in and of an examination. */
class ProviderMetadataTest {
  private final TestProvider provider = TestProvider.start();
  private final OidcClient client = RoundTrip.clientOf(provider, Provider.OIDC);
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
  private final RelyingParty relyingParty = new OidcRelyingParty(new DirectHttp(), now::get);
  private final RoundTrip roundTrip = new RoundTrip(relyingParty, client);

  @AfterEach
  void close() {
    provider.close();
  }

  @Test
  void refuses_the_metadata_of_another_issuer() {
    provider.lie(Lie.DISCOVERY_OF_ANOTHER_ISSUER);

    assertThat(impossible()).isEqualTo(SsoFault.ISSUER_DIFFERS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"issuer", "code_challenge_methods_supported", "id_token_signing_alg_values_supported",
    "token_endpoint_auth_methods_supported"})
  void quotes_no_more_of_metadata_than_fits_on_a_line(String name) {
    String words = "evil\u0000\r\n" + "x".repeat(500_000);
    provider.advertise(name, name.equals("issuer") ? words : List.of(words));

    assertThat(relyingParty.examine(client).problems()).singleElement()
        .satisfies(problem -> assertThat(problem.detail()).contains("evil xxx").hasSizeLessThan(500)
            .doesNotContainPattern("\\p{Cntrl}"));
  }

  @ParameterizedTest
  @CsvSource({"REDIRECTS, REDIRECTED", "SILENT, TIMEOUT", "HUGE, NOT_JSON", "DEEP, NOT_JSON", "GZIP_BOMB, NOT_JSON",
    "TRUNCATED, UNREACHABLE", "NOT_JSON, NOT_JSON", "JSON_ARRAY, NOT_JSON", "FAILING, STATUS", "REFUSING, STATUS"})
  void says_what_is_wrong_with_the_answer(Manner manner, SsoFault fault) {
    provider.misbehave(Endpoint.DISCOVERY, manner);

    assertThat(impossible()).isEqualTo(fault);
    assertThat(examined()).containsExactly(fault);
  }

  @ParameterizedTest
  @CsvSource({"authorization_endpoint, ENDPOINT_MISSING", "token_endpoint, ENDPOINT_MISSING",
    "jwks_uri, ENDPOINT_MISSING", "issuer, ISSUER_DIFFERS"})
  void misses_what_a_sign_in_needs(String name, SsoFault fault) {
    provider.advertise(name, null);

    assertThat(impossible()).isEqualTo(fault);
    assertThat(examined()).containsExactly(fault);
  }

  @ParameterizedTest
  @ValueSource(strings = {"javascript:alert(1)", "file:///etc/passwd", "//login.example.com/x", "https:///x",
    "not a url",
    "ftp://login.example.com/", "https://login.example.com/#x"})
  void sends_browsers_to_the_web_only(String endpoint) {
    provider.advertise("authorization_endpoint", endpoint);

    assertThat(impossible()).isEqualTo(SsoFault.ENDPOINT_MISSING);
  }

  @Test
  void keeps_the_query_that_an_endpoint_comes_with() {
    provider.advertise("authorization_endpoint", provider.issuer() + "/authorize?policy=sign-in");

    Authorization at = relyingParty.authorize(client, roundTrip.handshake, RoundTrip.PLAIN);

    assertThat(((Authorization.At) at).location().getRawQuery()).contains("policy=sign-in").contains("state=state-1")
        .doesNotContain("?");
  }

  @Test
  void finds_all_that_is_wrong_at_once() {
    provider.advertise("token_endpoint", null);
    provider.advertise("code_challenge_methods_supported", List.of("plain"));
    provider.advertise("id_token_signing_alg_values_supported", List.of("none", "HS256"));
    provider.advertise("response_types_supported", List.of("id_token"));
    provider.advertise("token_endpoint_auth_methods_supported", List.of("private_key_jwt"));

    assertThat(examined()).containsExactlyInAnyOrder(SsoFault.ENDPOINT_MISSING, SsoFault.NO_PKCE,
        SsoFault.NO_ALGORITHM, SsoFault.NO_CODE_FLOW, SsoFault.CLIENT_REFUSED);
  }

  @ParameterizedTest
  @CsvSource({"JSON_ARRAY, NOT_JSON", "NOT_JSON, NOT_JSON", "FAILING, STATUS", "REDIRECTS, REDIRECTED"})
  void needs_keys(Manner manner, SsoFault fault) {
    provider.misbehave(Endpoint.KEYS, manner);

    assertThat(roundTrip.refusal()).isEqualTo(fault);
    assertThat(examined()).containsExactly(fault);
  }

  @Test
  void takes_no_secret_and_no_short_key_for_a_key() {
    provider.publishesKeys(Map.of("keys", List.of(Map.of("kty", "oct", "k", "c2VjcmV0"),
        Map.of("kty", "RSA", "e", "AQAB", "n", "x".repeat(86)))));

    assertThat(roundTrip.refusal()).isEqualTo(SsoFault.NO_KEYS);
    assertThat(examined()).containsExactly(SsoFault.NO_KEYS);
  }

  @ParameterizedTest
  @CsvSource({"NOT_JSON, NOT_JSON", "JSON_ARRAY, NOT_JSON", "DEEP, NOT_JSON", "FAILING, STATUS",
    "REDIRECTS, REDIRECTED",
    "SILENT, TIMEOUT", "TRUNCATED, UNREACHABLE"})
  void ends_nobody_whom_the_provider_did_not_declare_gone(Manner manner, SsoFault fault) {
    provider.misbehave(Endpoint.TOKEN, manner);

    Renewal renewal = relyingParty.refresh(client, "a token");

    assertThat(renewal).isInstanceOf(Renewal.Unclear.class);
    assertThat(((Renewal.Unclear) renewal).problem().fault()).isEqualTo(fault);
  }

  @Test
  void ends_nobody_because_the_client_is_refused() {
    OidcClient wrong = new OidcClient(client.provider(), client.issuer(), client.clientId(),
        new ClientSecret("another one"));

    assertThat(relyingParty.refresh(wrong, "a token")).isInstanceOf(Renewal.Unclear.class);
    assertThat(relyingParty.refresh(client, "a token")).isInstanceOf(Renewal.Gone.class);
  }

  @Test
  void gets_along_for_some_hours_with_what_it_knew_of_a_provider_that_fails_to_say_it_again() {
    roundTrip.signIn();
    provider.misbehave(Endpoint.DISCOVERY, Manner.FAILING);
    provider.misbehave(Endpoint.KEYS, Manner.FAILING);

    now.updateAndGet(time -> time.plus(Duration.ofMinutes(90)));
    assertThat(roundTrip.refusal()).isEqualTo(SsoFault.TOKEN_EXPIRED);
    now.updateAndGet(time -> time.plus(Duration.ofHours(4)));
    assertThat(impossible()).isEqualTo(SsoFault.STATUS);
  }

  @Test
  void hears_of_new_endpoints_within_the_hour_and_at_once_after_a_test() {
    roundTrip.signIn();
    provider.advertise("authorization_endpoint", provider.issuer() + "/authorize?new");

    assertThat(location()).doesNotContain("?new");
    relyingParty.examine(client);
    assertThat(location()).contains("?new");

    provider.advertise("authorization_endpoint", provider.issuer() + "/authorize?newer");
    now.updateAndGet(time -> time.plus(Duration.ofMinutes(61)));
    assertThat(location()).contains("?newer");
  }

  @Test
  void has_no_sign_out_where_there_is_none() {
    provider.advertise("end_session_endpoint", null);
    String idToken = ((Redemption.Identified) roundTrip.signIn()).tokens().idToken();

    assertThat(relyingParty.signOut(client, idToken, URI.create("https://app.example.com/"))).isEmpty();
    assertThat(relyingParty.examine(client).offersSignOut()).isFalse();
  }

  private String location() {
    return ((Authorization.At) relyingParty.authorize(client, roundTrip.handshake, RoundTrip.PLAIN)).location()
        .toString();
  }

  private SsoFault impossible() {
    Authorization authorization = relyingParty.authorize(client, roundTrip.handshake, RoundTrip.PLAIN);
    assertThat(authorization).isInstanceOf(Authorization.Impossible.class);
    return ((Authorization.Impossible) authorization).problem().fault();
  }

  private List<SsoFault> examined() {
    return relyingParty.examine(client).problems().stream().map(problem -> problem.fault()).toList();
  }
}
