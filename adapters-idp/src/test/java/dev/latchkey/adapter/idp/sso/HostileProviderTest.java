package dev.latchkey.adapter.idp.sso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapter.idp.hostile.Endpoint;
import dev.latchkey.adapter.idp.hostile.Lie;
import dev.latchkey.adapter.idp.hostile.TestProvider;
import dev.latchkey.application.sso.RelyingParty;
import dev.latchkey.application.sso.RelyingParty.Authorization;
import dev.latchkey.application.sso.RelyingParty.Redemption;
import dev.latchkey.application.sso.RelyingParty.Renewal;
import dev.latchkey.domain.sso.CallbackAnswer;
import dev.latchkey.domain.sso.ClientSecret;
import dev.latchkey.domain.sso.Handshake;
import dev.latchkey.domain.sso.OidcClient;
import dev.latchkey.domain.sso.Provider;
import dev.latchkey.domain.sso.SsoFault;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileProviderTest {
  private final TestProvider provider = TestProvider.start();
  private final OidcClient client = RoundTrip.clientOf(provider, Provider.OIDC);
  private final RelyingParty relyingParty = new OidcRelyingParty(new DirectHttp(), InstantSource.system());
  private final RoundTrip roundTrip = new RoundTrip(relyingParty, client);

  @AfterEach
  void close() {
    provider.close();
  }

  @ParameterizedTest
  @CsvSource({"UNSIGNED, TOKEN_ALGORITHM", "SIGNED_WITH_CLIENT_SECRET, TOKEN_ALGORITHM",
    "SIGNED_WITH_PUBLIC_KEY_AS_SECRET, TOKEN_ALGORITHM", "UNSIGNED_INSIDE_ENCRYPTED, TOKEN_ALGORITHM",
    "SIGNATURE_BROKEN, TOKEN_SIGNATURE", "FOREIGN_KEY, TOKEN_SIGNATURE", "FOREIGN_KEY_IN_HEADER, TOKEN_SIGNATURE",
    "FOREIGN_KEY_BY_JKU, TOKEN_SIGNATURE", "FOREIGN_KEY_BY_X5U, TOKEN_SIGNATURE", "UNKNOWN_KEY_ID, TOKEN_SIGNATURE",
    "NOT_A_TOKEN, TOKEN_MALFORMED", "ALGORITHM_UNSPEAKABLE, TOKEN_ALGORITHM", "ID_TOKEN_MISSING, TOKEN_MALFORMED",
    "ACCESS_TOKEN_WITH_LINE_BREAK, TOKEN_MALFORMED", "TYPE_OTHER, TOKEN_MALFORMED"})
  void believes_no_token_that_is_not_signed_by_the_providers_key(Lie lie, SsoFault fault) {
    provider.lie(lie);

    assertThat(roundTrip.refusal()).isEqualTo(fault);
    assertThat(provider.calls(Endpoint.FOREIGN_KEYS)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"ISSUER_OTHER, TOKEN_ISSUER", "ISSUER_MISSING, TOKEN_ISSUER", "AUDIENCE_OTHER, TOKEN_AUDIENCE",
    "AUDIENCE_MISSING, TOKEN_AUDIENCE", "AUDIENCE_SHARED, TOKEN_AUDIENCE", "AUTHORIZED_PARTY_OTHER, TOKEN_AUDIENCE",
    "EXPIRED, TOKEN_EXPIRED", "EXPIRY_MISSING, TOKEN_EXPIRED", "ISSUED_LATER, TOKEN_TIME",
    "ISSUED_AT_MISSING, TOKEN_TIME", "NOT_YET_VALID, TOKEN_TIME", "NONCE_OTHER, TOKEN_NONCE",
    "NONCE_MISSING, TOKEN_NONCE", "SUBJECT_MISSING, TOKEN_SUBJECT", "SUBJECT_EMPTY, TOKEN_SUBJECT",
    "SUBJECT_NO_STRING, TOKEN_SUBJECT", "SUBJECT_UNSPEAKABLE, TOKEN_SUBJECT",
    "ACCESS_TOKEN_HASH_OTHER, TOKEN_MALFORMED"})
  void believes_no_token_that_says_something_else_than_agreed(Lie lie, SsoFault fault) {
    provider.lie(lie);

    assertThat(roundTrip.refusal()).isEqualTo(fault);
  }

  @ParameterizedTest
  @EnumSource(names = {"USERINFO_OF_ANOTHER", "USERINFO_WITHOUT_SUBJECT"})
  void believes_no_userinfo_about_somebody_else(Lie lie) {
    provider.tellsByUserinfo(true);
    provider.lie(lie);

    assertThat(roundTrip.refusal()).isEqualTo(SsoFault.USERINFO_DIFFERS);
  }

  @ParameterizedTest
  @EnumSource(names = {"RESPONSE_ISSUER_OTHER", "RESPONSE_ISSUER_MISSING"})
  void shows_a_code_to_nobody_if_the_answer_may_be_another_providers(Lie lie) {
    provider.lie(lie);

    assertThat(roundTrip.refusal()).isEqualTo(SsoFault.RESPONSE_ISSUER_DIFFERS);
    assertThat(provider.calls(Endpoint.TOKEN)).isZero();
  }

  @Test
  void refuses_an_answer_in_the_name_of_another_even_from_who_never_names_itself() {
    provider.advertise("authorization_response_iss_parameter_supported", null);
    provider.lie(Lie.RESPONSE_ISSUER_OTHER);

    assertThat(roundTrip.refusal()).isEqualTo(SsoFault.RESPONSE_ISSUER_DIFFERS);
  }

  @Test
  void hands_on_what_went_wrong_at_the_provider_on_one_line() {
    CallbackAnswer error = new CallbackAnswer(Optional.empty(), Optional.of(provider.issuer()),
        Optional.of("access_denied"), Optional.of("No\r\nway\u0000!" + "x".repeat(1_000)));

    Redemption refused = roundTrip.redeem(error);

    assertThat(RoundTrip.faultOf(refused)).isEqualTo(SsoFault.REFUSED_BY_PROVIDER);
    assertThat(((Redemption.Refused) refused).problem().detail()).contains("access_denied: No way !")
        .hasSizeLessThan(300).doesNotContain("\r", "\n", "\u0000");
  }

  @Test
  void quotes_no_more_of_a_token_than_fits_on_a_line() {
    provider.lie(Lie.ALGORITHM_UNSPEAKABLE);

    Redemption refused = roundTrip.signIn();

    assertThat(RoundTrip.faultOf(refused)).isEqualTo(SsoFault.TOKEN_ALGORITHM);
    assertThat(((Redemption.Refused) refused).problem().detail()).contains("RS256 yyy").hasSizeLessThan(500)
        .doesNotContainPattern("\\p{Cntrl}");
  }

  @Test
  void misses_the_code_where_there_is_none() {
    assertThat(RoundTrip.faultOf(roundTrip.redeem(
        new CallbackAnswer(Optional.empty(), Optional.of(provider.issuer()), Optional.empty(), Optional.empty()))))
        .isEqualTo(SsoFault.CODE_MISSING);
  }

  @Test
  void can_redeem_a_code_once_only_and_only_with_what_was_agreed_before() {
    CallbackAnswer answer = roundTrip.answer(RoundTrip.PLAIN);
    Handshake other = Handshake.random(roundTrip.handshake.redirectUri(), new Random(8));
    CallbackAnswer second = roundTrip.answer(RoundTrip.PLAIN);

    assertThat(roundTrip.redeem(answer)).isInstanceOf(Redemption.Identified.class);
    assertThat(RoundTrip.faultOf(roundTrip.redeem(answer))).isEqualTo(SsoFault.CODE_REFUSED);
    assertThat(RoundTrip.faultOf(relyingParty.redeem(client, other, second))).isEqualTo(SsoFault.CODE_REFUSED);
  }

  @Test
  void says_that_the_secret_is_wrong() {
    OidcClient wrong = new OidcClient(client.provider(), client.issuer(), client.clientId(),
        new ClientSecret("another one"));

    assertThat(new RoundTrip(relyingParty, wrong).refusal()).isEqualTo(SsoFault.CLIENT_REFUSED);
    assertThat(relyingParty.examine(wrong).problems()).extracting(problem -> problem.fault())
        .containsExactly(SsoFault.CLIENT_REFUSED);
  }

  @Test
  void sends_and_asks_nobody_without_a_readable_secret() {
    OidcClient secretless = new OidcClient(client.provider(), client.issuer(), client.clientId(), Optional.empty());
    CallbackAnswer answer = roundTrip.answer(RoundTrip.PLAIN);

    assertThat(relyingParty.authorize(secretless, roundTrip.handshake, RoundTrip.PLAIN))
        .isInstanceOfSatisfying(Authorization.Impossible.class,
            impossible -> assertThat(impossible.problem().fault()).isEqualTo(SsoFault.SECRET_UNREADABLE));
    assertThat(RoundTrip.faultOf(relyingParty.redeem(secretless, roundTrip.handshake, answer)))
        .isEqualTo(SsoFault.SECRET_UNREADABLE);
    assertThat(relyingParty.refresh(secretless, "a token")).isInstanceOf(Renewal.Unclear.class);
    assertThat(relyingParty.examine(secretless).problems()).extracting(problem -> problem.fault())
        .containsExactly(SsoFault.SECRET_UNREADABLE);
    assertThat(provider.calls(Endpoint.TOKEN)).isZero();
  }

  @Test
  void asks_for_unknown_keys_once_a_minute_at_most() {
    provider.lie(Lie.UNKNOWN_KEY_ID);

    for (int attempt = 0; attempt < 4; attempt++) {
      assertThat(roundTrip.refusal()).isEqualTo(SsoFault.TOKEN_SIGNATURE);
    }

    assertThat(provider.calls(Endpoint.KEYS)).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {-30, 30})
  void bears_with_clocks_that_differ_by_half_a_minute(int seconds) {
    assertThat(at(seconds).signIn()).isInstanceOf(Redemption.Identified.class);
  }

  @ParameterizedTest
  @CsvSource({"-120, TOKEN_TIME", "420, TOKEN_EXPIRED"})
  void does_not_bear_with_clocks_that_differ_by_two_minutes(int seconds, SsoFault fault) {
    assertThat(at(seconds).refusal()).isEqualTo(fault);
  }

  @Test
  void covers_every_lie() {
    Set<Lie> told = EnumSet.allOf(Lie.class);
    List.of(HostileProviderTest.class.getDeclaredMethods()).forEach(method -> {
      CsvSource table = method.getAnnotation(CsvSource.class);
      EnumSource names = method.getAnnotation(EnumSource.class);
      told.removeIf(lie -> (table != null && List.of(table.value()).stream().anyMatch(row -> row.startsWith(lie + ",")))
          || (names != null && List.of(names.names()).contains(lie.name())));
    });

    assertThat(told).containsExactly(Lie.DISCOVERY_OF_ANOTHER_ISSUER);
  }

  private RoundTrip at(int seconds) {
    return new RoundTrip(
        new OidcRelyingParty(new DirectHttp(), () -> InstantSource.system().instant().plusSeconds(seconds)), client);
  }
}
