package dev.latchkey.adapter.idp.sso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapter.idp.hostile.Endpoint;
import dev.latchkey.adapter.idp.hostile.Person;
import dev.latchkey.adapter.idp.hostile.TestProvider;
import dev.latchkey.application.sso.RelyingParty;
import dev.latchkey.application.sso.RelyingParty.Redemption.Identified;
import dev.latchkey.application.sso.RelyingParty.Renewal;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.PersonName;
import dev.latchkey.domain.sso.FederatedSubject;
import dev.latchkey.domain.sso.OidcClient;
import dev.latchkey.domain.sso.OidcIdentity;
import dev.latchkey.domain.sso.Provider;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OidcRelyingPartyTest {
  private final TestProvider provider = TestProvider.start();
  private final OidcClient client = RoundTrip.clientOf(provider, Provider.OIDC);
  private final RelyingParty relyingParty = new OidcRelyingParty(new DirectHttp(), InstantSource.system());
  private final RoundTrip roundTrip = new RoundTrip(relyingParty, client);

  @BeforeEach
  void ada() {
    provider.signsIn(Person.of("ada-1", "Ada@Example.com", "Ada Lovelace").with("locale", "en_GB"));
  }

  @AfterEach
  void close() {
    provider.close();
  }

  @Test
  void learns_who_signed_in() {
    assertThat(identified().identity()).isEqualTo(new OidcIdentity(new FederatedSubject(provider.issuer(), "ada-1"),
        Optional.of(EmailAddress.parse("ada@example.com")), true, Optional.of(new PersonName("Ada Lovelace")),
        Optional.of(Locale.UK), Optional.empty()));
  }

  @Test
  void asks_for_a_code_with_nonce_and_pkce() {
    roundTrip.signIn();

    assertThat(provider.lastRequest()).containsEntry("response_type", "code")
        .containsEntry("scope", "openid profile email").containsEntry("client_id", provider.clientId())
        .containsEntry("nonce", roundTrip.handshake.nonce()).containsEntry("code_challenge_method", "S256")
        .doesNotContainKeys("prompt", "max_age", "login_hint", "access_type").containsKey("code_challenge");
  }

  @Test
  void does_pkce_where_it_is_not_advertised_too() {
    provider.advertise("code_challenge_methods_supported", null);

    roundTrip.signIn();

    assertThat(provider.lastRequest()).containsEntry("code_challenge_method", "S256");
  }

  @Test
  void asks_to_be_shown_the_person_anew_and_says_who_it_should_be() {
    roundTrip.answer(new RelyingParty.AuthorizationWish("s", Optional.of("ada@example.com"), true, false));

    assertThat(provider.lastRequest()).containsEntry("prompt", "login").containsEntry("max_age", "0")
        .containsEntry("login_hint", "ada@example.com");
  }

  @Test
  void learns_when_the_person_signed_in_there() {
    Instant before = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    assertThat(identified().signedInAt()).hasValueSatisfying(at -> assertThat(at).isBetween(before, Instant.now()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "-1", "0"})
  void takes_a_time_that_is_none_for_absent(String stated) {
    Object claim = stated.equals("yesterday") ? stated : Long.valueOf(stated);
    provider.signsIn(Person.of("ada-1", "Ada@Example.com", "Ada Lovelace").with("auth_time", claim));

    assertThat(identified().signedInAt()).isEmpty();
  }

  @Test
  void asks_userinfo_for_what_the_id_token_does_not_tell() {
    provider.tellsByUserinfo(true);

    assertThat(identified().identity().email()).contains(EmailAddress.parse("ada@example.com"));
    assertThat(provider.calls(Endpoint.USERINFO)).isOne();
  }

  @Test
  void proves_itself_in_the_form_where_the_header_is_not_accepted() {
    provider.advertise("token_endpoint_auth_methods_supported", List.of("client_secret_post"));

    assertThat(identified().identity().subject().subject()).isEqualTo("ada-1");
  }

  @Test
  void fetches_metadata_and_keys_once_for_many_sign_ins() {
    roundTrip.signIn();
    roundTrip.signIn();

    assertThat(provider.calls(Endpoint.DISCOVERY)).isOne();
    assertThat(provider.calls(Endpoint.KEYS)).isOne();
  }

  @Test
  void takes_a_new_key_of_the_provider_at_once() {
    roundTrip.signIn();
    provider.rotateKeys();

    // Keys are fetched anew once a minute at most, however often one is missing; this is the first time.
    assertThat(identified().identity().subject().subject()).isEqualTo("ada-1");
  }

  @Test
  void learns_by_refreshing_that_the_person_is_still_there_until_they_are_gone() {
    Identified identified = (Identified) roundTrip.redeem(roundTrip.answer(RoundTrip.OFFLINE));
    Renewal first = relyingParty.refresh(client, identified.tokens().refreshToken().orElseThrow());
    assertThat(first).isInstanceOf(Renewal.StillThere.class);
    String rotated = ((Renewal.StillThere) first).rotated().orElseThrow();

    provider.forget("ada-1");

    assertThat(relyingParty.refresh(client, rotated)).isInstanceOf(Renewal.Gone.class);
  }

  @Test
  void gets_no_refresh_token_unless_it_asks_for_one() {
    assertThat(identified().tokens().refreshToken()).isEmpty();
  }

  @Test
  void knows_where_people_sign_out() {
    URI home = URI.create("https://app.example.com/");

    URI signOut = relyingParty.signOut(client, identified().tokens().idToken(), home).orElseThrow();

    assertThat(signOut.toString()).startsWith(provider.issuer() + "/sign-out?").contains("id_token_hint=")
        .contains("post_logout_redirect_uri=https%3A%2F%2Fapp.example.com%2F").contains("client_id=latchkey");
  }

  @Test
  void finds_nothing_wrong_with_a_provider_that_behaves() {
    assertThat(relyingParty.examine(client)).isEqualTo(new RelyingParty.Examination(List.of(), true, true, true));
  }

  private Identified identified() {
    RelyingParty.Redemption redemption = roundTrip.signIn();
    assertThat(redemption).isInstanceOf(Identified.class);
    return (Identified) redemption;
  }
}
