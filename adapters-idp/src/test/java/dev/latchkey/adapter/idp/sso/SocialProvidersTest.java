package dev.latchkey.adapter.idp.sso;

import static dev.latchkey.adapter.idp.sso.Entra.ACME;
import static dev.latchkey.adapter.idp.sso.Entra.ADA;
import static dev.latchkey.adapter.idp.sso.Entra.EVIL;
import static dev.latchkey.adapter.idp.sso.Entra.ada;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapter.idp.hostile.Person;
import dev.latchkey.adapter.idp.hostile.TestProvider;
import dev.latchkey.application.sso.RelyingParty;
import dev.latchkey.application.sso.RelyingParty.Authorization;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.social.SocialClients;
import dev.latchkey.domain.social.SocialProvider;
import dev.latchkey.domain.sso.FederatedSubject;
import dev.latchkey.domain.sso.OidcClient;
import dev.latchkey.domain.sso.OidcIdentity;
import dev.latchkey.domain.sso.SsoFault;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What Google and Microsoft have to say, asked as the clients that the deployment is registered as. Everybody in the
 * world may have made themselves an account there, a tenant or an address.
 */
class SocialProvidersTest {
  private static final TestProvider GOOGLE = TestProvider.start();
  private static final TestProvider MICROSOFT = Entra.start("common", Tenants.PLACEHOLDER);
  private static final SocialClients CLIENTS = SocialClients.NONE
      .with(SocialProvider.GOOGLE, RoundTrip.clientOf(GOOGLE, SocialProvider.GOOGLE.kind()))
      .with(SocialProvider.MICROSOFT, RoundTrip.clientOf(MICROSOFT, SocialProvider.MICROSOFT.kind()));
  private static final RelyingParty RELYING_PARTY = new OidcRelyingParty(new DirectHttp(), InstantSource.system());
  private static final Person BOB = Person.of("google-1", "bob@acme.example", "Bob Builder");

  @BeforeAll
  static void namesNobodyInAnswers() {
    GOOGLE.advertise("authorization_response_iss_parameter_supported", null);
  }

  @BeforeEach
  void honest() {
    GOOGLE.signsIn(BOB);
    MICROSOFT.signsIn(ada(MICROSOFT, ACME));
  }

  @AfterAll
  static void close() {
    GOOGLE.close();
    MICROSOFT.close();
  }

  @Test
  void google_knows_people_by_its_own_subject_and_vouches_for_addresses() {
    OidcIdentity bob = trip(SocialProvider.GOOGLE).identity();
    assertThat(bob.subject()).isEqualTo(new FederatedSubject(GOOGLE.issuer(), "google-1"));
    assertThat(bob.email()).contains(EmailAddress.parse("bob@acme.example"));
    assertThat(bob.emailVerified()).isTrue();
  }

  @ParameterizedTest
  @MethodSource
  void an_address_that_google_does_not_vouch_for_is_not_verified(@Nullable Object claim) {
    GOOGLE.signsIn(BOB.with("email_verified", claim));
    assertThat(trip(SocialProvider.GOOGLE).identity().emailVerified()).isFalse();
  }

  static Stream<@Nullable Object> an_address_that_google_does_not_vouch_for_is_not_verified() {
    return Stream.of(null, false, "true");
  }

  @Test
  void whom_google_gives_no_address_has_none() {
    GOOGLE.signsIn(BOB.with("email", null));
    OidcIdentity bob = trip(SocialProvider.GOOGLE).identity();
    assertThat(bob.email()).isEmpty();
    assertThat(bob.emailVerified()).isFalse();
  }

  @Test
  void what_only_microsoft_may_say_counts_for_nothing_at_google() {
    GOOGLE.signsIn(BOB.with("email_verified", false).with("xms_edov", true).with("tid", ACME).with("oid", ADA));
    OidcIdentity bob = trip(SocialProvider.GOOGLE).identity();
    assertThat(bob.subject()).isEqualTo(new FederatedSubject(GOOGLE.issuer(), "google-1"));
    assertThat(bob.emailVerified()).isFalse();
  }

  @Test
  void a_token_of_another_issuer_is_none_of_googles() {
    GOOGLE.signsIn(BOB.with("iss", MICROSOFT.issuer()));
    assertThat(trip(SocialProvider.GOOGLE).refusal()).isEqualTo(SsoFault.TOKEN_ISSUER);
  }

  @Test
  void microsoft_knows_people_by_their_tenant_and_object_id_in_it() {
    assertThat(subject(ada(MICROSOFT, ACME)))
        .isEqualTo(new FederatedSubject(Entra.issuer(MICROSOFT, ACME), ADA));
    assertThat(subject(ada(MICROSOFT, EVIL))).as("the same object id in a tenant of one's own")
        .isEqualTo(new FederatedSubject(Entra.issuer(MICROSOFT, EVIL), ADA));
    assertThat(subject(new Person("another", ada(MICROSOFT, ACME).claims()))).isEqualTo(subject(ada(MICROSOFT, ACME)));
  }

  @ParameterizedTest
  @MethodSource
  void a_tenant_that_the_token_does_not_name_as_it_must_is_refused(Person person, SsoFault fault) {
    MICROSOFT.signsIn(person);
    assertThat(trip(SocialProvider.MICROSOFT).refusal()).isEqualTo(fault);
  }

  static Stream<Arguments> a_tenant_that_the_token_does_not_name_as_it_must_is_refused() {
    return Stream.of(Arguments.of(ada(MICROSOFT, EVIL).with("tid", ACME), SsoFault.TOKEN_ISSUER),
        Arguments.of(ada(MICROSOFT, ACME).with("tid", null), SsoFault.TOKEN_TENANT),
        Arguments.of(ada(MICROSOFT, ACME).with("tid", ""), SsoFault.TOKEN_TENANT),
        Arguments.of(ada(MICROSOFT, ACME).with("tid", List.of(ACME)), SsoFault.TOKEN_TENANT),
        Arguments.of(ada(MICROSOFT, Tenants.PLACEHOLDER), SsoFault.TOKEN_TENANT),
        Arguments.of(ada(MICROSOFT, "common"), SsoFault.TOKEN_TENANT),
        Arguments.of(ada(MICROSOFT, ACME).with("iss", Entra.issuer(MICROSOFT, Tenants.PLACEHOLDER)),
            SsoFault.TOKEN_ISSUER),
        Arguments.of(ada(MICROSOFT, ACME).with("iss", "https://login.evil.example/" + ACME + "/v2.0"),
            SsoFault.TOKEN_ISSUER));
  }

  @ParameterizedTest
  @MethodSource
  void metadata_that_do_not_leave_the_tenant_open_are_not_microsofts(String issuer) {
    try (TestProvider other = Entra.start("common", Tenants.PLACEHOLDER)) {
      other.advertise("issuer", issuer.replace("HERE", other.origin()));
      OidcClient client = CLIENTS
          .with(SocialProvider.MICROSOFT, RoundTrip.clientOf(other, SocialProvider.MICROSOFT.kind()))
          .of(SocialProvider.MICROSOFT).orElseThrow();
      assertThat(RELYING_PARTY.authorize(client, new RoundTrip(RELYING_PARTY, client).handshake, RoundTrip.PLAIN))
          .isInstanceOfSatisfying(Authorization.Impossible.class,
              it -> assertThat(it.problem().fault()).isEqualTo(SsoFault.ISSUER_DIFFERS));
    }
  }

  static Stream<String> metadata_that_do_not_leave_the_tenant_open_are_not_microsofts() {
    return Stream.of("HERE/" + EVIL + "/v2.0", "HERE/consumers/v2.0", "https://login.evil.example/{tenantid}/v2.0");
  }

  @ParameterizedTest
  @MethodSource
  void an_address_counts_whose_domain_belongs_to_the_tenant(Object claim) {
    OidcIdentity ada = identity(ada(MICROSOFT, ACME).with("xms_edov", claim));
    assertThat(ada.email()).contains(EmailAddress.parse("ada@acme.example"));
    assertThat(ada.emailVerified()).isTrue();
  }

  static Stream<Object> an_address_counts_whose_domain_belongs_to_the_tenant() {
    return Stream.of(true, "true", "1", 1);
  }

  @ParameterizedTest
  @MethodSource
  void any_other_address_is_what_somebody_has_written_into_a_tenant_of_their_own(@Nullable Object claim) {
    OidcIdentity eve = identity(ada(MICROSOFT, EVIL).with("email_verified", true).with("xms_edov", claim));
    assertThat(eve.email()).isEmpty();
    assertThat(eve.emailVerified()).isFalse();
  }

  static Stream<@Nullable Object> any_other_address_is_what_somebody_has_written_into_a_tenant_of_their_own() {
    return Stream.of(null, false, "false", 0, "0", "yes", 2, List.of(true), Map.of("acme.example", true));
  }

  private static RoundTrip trip(SocialProvider provider) {
    return new RoundTrip(RELYING_PARTY, CLIENTS.of(provider).orElseThrow());
  }

  private static OidcIdentity identity(Person person) {
    MICROSOFT.signsIn(person);
    return trip(SocialProvider.MICROSOFT).identity();
  }

  private static FederatedSubject subject(Person person) {
    return identity(person).subject();
  }
}
