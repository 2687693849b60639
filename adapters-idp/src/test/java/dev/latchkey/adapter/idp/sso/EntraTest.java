package dev.latchkey.adapter.idp.sso;

import static dev.latchkey.adapter.idp.sso.Entra.ACME;
import static dev.latchkey.adapter.idp.sso.Entra.ADA;
import static dev.latchkey.adapter.idp.sso.Entra.EVIL;
import static dev.latchkey.adapter.idp.sso.Entra.PRIVATE;
import static dev.latchkey.adapter.idp.sso.Entra.ada;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapter.idp.hostile.TestProvider;
import dev.latchkey.application.sso.RelyingParty;
import dev.latchkey.application.sso.RelyingParty.Authorization;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.sso.FederatedSubject;
import dev.latchkey.domain.sso.OidcIdentity;
import dev.latchkey.domain.sso.Provider;
import dev.latchkey.domain.sso.SsoFault;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules by which Microsoft Entra ID departs from the standard. */
class EntraTest {
  private final RelyingParty relyingParty = new OidcRelyingParty(new DirectHttp(), InstantSource.system());
  private @Nullable TestProvider provider;

  @AfterEach
  void close() {
    if (provider != null) {
      provider.close();
    }
  }

  @Test
  void knows_a_person_by_tenant_and_object_id() {
    TestProvider entra = entra(ACME, ACME);
    entra.signsIn(ada(entra, ACME));

    assertThat(identity(entra).subject()).isEqualTo(new FederatedSubject(entra.issuer(), ADA));
  }

  @Test
  void follows_a_tenant_that_was_given_by_its_domain_to_its_id() {
    TestProvider entra = entra("acme.example", ACME);
    entra.signsIn(ada(entra, ACME));

    assertThat(identity(entra).subject().issuer()).isEqualTo(Entra.issuer(entra, ACME));
  }

  @Test
  void lets_nobody_of_another_tenant_in() {
    TestProvider entra = entra("acme.example", ACME);
    entra.signsIn(ada(entra, EVIL));

    assertThat(trip(entra).refusal()).isEqualTo(SsoFault.TOKEN_TENANT);
  }

  @Test
  void does_not_follow_a_domain_to_another_host_nor_an_id_to_another_one() {
    TestProvider entra = entra("acme.example", ACME);
    entra.advertise("issuer", "https://login.evil.example/" + ACME + "/v2.0");
    assertThat(impossible(entra)).isEqualTo(SsoFault.ISSUER_DIFFERS);
    entra.close();

    assertThat(impossible(entra(ACME, EVIL))).isEqualTo(SsoFault.ISSUER_DIFFERS);
  }

  @Test
  void does_not_follow_a_domain_to_everybodys_private_accounts() {
    assertThat(impossible(entra("outlook.example", PRIVATE))).isEqualTo(SsoFault.ISSUER_DIFFERS);
  }

  @Test
  void takes_the_tenant_from_the_token_where_several_may_come_and_the_issuer_must_fit() {
    TestProvider entra = entra("common", "{tenantid}");
    entra.signsIn(ada(entra, EVIL));
    assertThat(identity(entra).subject().issuer()).isEqualTo(Entra.issuer(entra, EVIL));

    entra.signsIn(ada(entra, EVIL).with("tid", ACME));
    assertThat(trip(entra).refusal()).isEqualTo(SsoFault.TOKEN_ISSUER);

    entra.signsIn(ada(entra, EVIL).with("tid", "../" + ACME));
    assertThat(trip(entra).refusal()).isEqualTo(SsoFault.TOKEN_TENANT);

    entra.signsIn(ada(entra, EVIL).with("tid", null));
    assertThat(trip(entra).refusal()).isEqualTo(SsoFault.TOKEN_TENANT);
  }

  @Test
  void lets_private_accounts_in_only_where_they_are_meant() {
    TestProvider organizations = entra("organizations", "{tenantid}");
    organizations.signsIn(ada(organizations, PRIVATE));
    assertThat(trip(organizations).refusal()).isEqualTo(SsoFault.TOKEN_TENANT);
    organizations.close();

    TestProvider common = entra("common", "{tenantid}");
    common.signsIn(ada(common, PRIVATE));
    assertThat(identity(common).subject().subject()).isEqualTo(ADA);
  }

  @Test
  void needs_the_object_id() {
    TestProvider entra = entra(ACME, ACME);
    entra.signsIn(ada(entra, ACME).with("oid", null));

    assertThat(trip(entra).refusal()).isEqualTo(SsoFault.TOKEN_SUBJECT);
  }

  @Test
  void takes_an_address_for_verified_only_if_the_tenant_owns_its_domain() {
    TestProvider entra = entra(ACME, ACME);
    entra.signsIn(ada(entra, ACME).with("email_verified", true));
    assertThat(identity(entra).email()).contains(EmailAddress.parse("ada@acme.example"));
    assertThat(identity(entra).emailVerified()).isFalse();

    entra.signsIn(ada(entra, ACME).with("xms_edov", true));
    assertThat(identity(entra).emailVerified()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"common", "organizations"})
  void takes_no_address_at_all_from_whoever_has_a_tenant_unless_the_tenant_owns_its_domain(String tenant) {
    TestProvider entra = entra(tenant, "{tenantid}");
    entra.signsIn(ada(entra, EVIL).with("email_verified", true).with("xms_edov", false));
    assertThat(identity(entra).email()).isEmpty();

    entra.signsIn(ada(entra, EVIL).with("xms_edov", 1));
    assertThat(identity(entra).emailVerified()).isTrue();
  }

  @Test
  void grants_these_exceptions_to_nobody_else() {
    TestProvider other = entra("common", "{tenantid}");
    RoundTrip trip = new RoundTrip(relyingParty, RoundTrip.clientOf(other, Provider.OIDC));

    assertThat(relyingParty.authorize(RoundTrip.clientOf(other, Provider.OIDC), trip.handshake, RoundTrip.PLAIN))
        .isInstanceOf(Authorization.Impossible.class);
  }

  private TestProvider entra(String tenant, String statedTenant) {
    TestProvider entra = Entra.start(tenant, statedTenant);
    provider = entra;
    return entra;
  }

  private RoundTrip trip(TestProvider entra) {
    return new RoundTrip(relyingParty, RoundTrip.clientOf(entra, Provider.AZURE));
  }

  private OidcIdentity identity(TestProvider entra) {
    return trip(entra).identity();
  }

  private SsoFault impossible(TestProvider entra) {
    Authorization authorization = relyingParty.authorize(RoundTrip.clientOf(entra, Provider.AZURE),
        trip(entra).handshake, RoundTrip.PLAIN);
    assertThat(authorization).isInstanceOf(Authorization.Impossible.class);
    return ((Authorization.Impossible) authorization).problem().fault();
  }
}
