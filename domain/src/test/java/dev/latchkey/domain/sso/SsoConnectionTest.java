package dev.latchkey.domain.sso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.organization.OrganizationId;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SsoConnectionTest {
  private static final OrganizationId ACME = new OrganizationId("01KA2P7X9QJ4T8V0M6ZC3E5R1D");
  private static final String MICROSOFT = "https://login.microsoftonline.com/%s/v2.0";

  @ParameterizedTest
  @CsvSource({
    "https://login.acme.example, OIDC, https://login.acme.example, true",
    "https://login.acme.example, OKTA, https://login.acme.example, true",
    "https://login.acme.example, OIDC, https://login.other.example, false",
    "https://login.acme.example, OIDC, https://login.acme.example/, false",
    "https://login.acme.example, AZURE, https://login.acme.example, false"})
  void names_people_as_the_same_issuer_and_by_the_same_kind_of_name(String issuer, Provider now, String present,
      boolean possible) {
    FederatedIdentity identity = identity(issuer, client(Provider.OIDC, issuer));
    assertThat(connection(client(now, present)).canName(identity)).isEqualTo(possible);
  }

  @ParameterizedTest
  @CsvSource({
    "acme.example, AZURE, acme.example, true",
    "acme.example, AZURE, 11111111-2222-3333-4444-555555555555, true",
    "acme.example, AZURE, other.example, false",
    "acme.example, AZURE, 99999999-2222-3333-4444-555555555555, false",
    "acme.example, OIDC, 11111111-2222-3333-4444-555555555555, false",
    "11111111-2222-3333-4444-555555555555, AZURE, 11111111-2222-3333-4444-555555555555, true",
    "11111111-2222-3333-4444-555555555555, AZURE, 99999999-2222-3333-4444-555555555555, false",
    "11111111-2222-3333-4444-555555555555, AZURE, other.example, false"})
  void names_people_of_entra_by_their_tenant_whichever_way_that_is_given(String linkedBy, Provider now, String present,
      boolean possible) {
    FederatedIdentity identity = identity(MICROSOFT.formatted("11111111-2222-3333-4444-555555555555"),
        client(Provider.AZURE, MICROSOFT.formatted(linkedBy)));
    assertThat(connection(client(now, MICROSOFT.formatted(present))).canName(identity)).isEqualTo(possible);
  }

  private static FederatedIdentity identity(String issuer, OidcClient linkedBy) {
    return new FederatedIdentity(new IdentityId("01KA2P7X9QJ4T8V0M6ZC3E5R1E"), ACME, new FederatedSubject(issuer, "1"),
        SeenThrough.of(linkedBy), new UserId("01KA2P7X9QJ4T8V0M6ZC3E5R1F"), Optional.empty(), Instant.EPOCH,
        Optional.empty());
  }

  private static SsoConnection connection(OidcClient client) {
    return SsoConnection.to(client, ACME, 1, Instant.EPOCH);
  }

  private static OidcClient client(Provider provider, String issuer) {
    return new OidcClient(provider, new IssuerUrl(issuer), new ClientId("latchkey"), new ClientSecret("secret"));
  }
}
