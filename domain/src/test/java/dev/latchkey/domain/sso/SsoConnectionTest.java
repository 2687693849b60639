package dev.latchkey.domain.sso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.organization.OrganizationId;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SsoConnectionTest {

  @ParameterizedTest
  @CsvSource({
    "OIDC, https://login.acme.example, https://login.acme.example, true",
    "OIDC, https://login.acme.example, https://login.other.example, false",
    "OIDC, https://login.acme.example, https://login.acme.example/, false",
    "AZURE, https://login.microsoftonline.com/acme.example/v2.0, "
        + "https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555/v2.0, true",
    "AZURE, https://login.microsoftonline.com/organizations/v2.0, "
        + "https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555/v2.0, true",
    "AZURE, https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555/v2.0, "
        + "https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555/v2.0, true",
    "AZURE, https://login.microsoftonline.com/99999999-2222-3333-4444-555555555555/v2.0, "
        + "https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555/v2.0, false"})
  void knows_whom_its_provider_can_name(Provider provider, String issuer, String named, boolean possible) {
    SsoConnection connection = SsoConnection.to(
        new OidcClient(provider, new IssuerUrl(issuer), new ClientId("latchkey"), new ClientSecret("secret")),
        new OrganizationId("01KA2P7X9QJ4T8V0M6ZC3E5R1D"), 1, Instant.EPOCH);
    assertThat(connection.canName(new FederatedSubject(named, "1"))).isEqualTo(possible);
  }
}
