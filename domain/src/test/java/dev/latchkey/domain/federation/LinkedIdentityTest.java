package dev.latchkey.domain.federation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.federation.LinkedIdentity.Hindrance;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.organization.OrganizationName;
import dev.latchkey.domain.organization.Slug;
import dev.latchkey.domain.sso.ClientId;
import dev.latchkey.domain.sso.ClientSecret;
import dev.latchkey.domain.sso.FederatedIdentity;
import dev.latchkey.domain.sso.FederatedSubject;
import dev.latchkey.domain.sso.IdentityId;
import dev.latchkey.domain.sso.IssuerUrl;
import dev.latchkey.domain.sso.OidcClient;
import dev.latchkey.domain.sso.Provider;
import dev.latchkey.domain.sso.SeenThrough;
import dev.latchkey.domain.sso.SsoConnection;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LinkedIdentityTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Organization ACME = Organization.founded(new OrganizationId("01KA2P7X9QJ4T8V0M6ZC3E5R1A"),
      new Slug("acme"), new OrganizationName("Acme"), NOW);
  private static final String ISSUER = "https://login.acme.example";

  @Test
  void leads_in_as_long_as_the_person_is_a_member_and_the_provider_the_same() {
    assertThat(hindrance(Optional.of(ISSUER), true)).isEmpty();
    assertThat(hindrance(Optional.of("https://login.other.example"), true)).contains(Hindrance.FORMER_PROVIDER);
    assertThat(hindrance(Optional.empty(), true)).contains(Hindrance.FORMER_PROVIDER);
  }

  @Test
  void tells_nobody_else_than_members_what_the_organization_has_set_up() {
    assertThat(hindrance(Optional.of(ISSUER), false)).contains(Hindrance.NO_MEMBER);
    assertThat(hindrance(Optional.of("https://login.other.example"), false)).contains(Hindrance.NO_MEMBER);
    assertThat(hindrance(Optional.empty(), false)).contains(Hindrance.NO_MEMBER);
  }

  private static Optional<Hindrance> hindrance(Optional<String> connected, boolean member) {
    FederatedIdentity identity = new FederatedIdentity(new IdentityId("01KA2P7X9QJ4T8V0M6ZC3E5R1D"), ACME.id(),
        new FederatedSubject(ISSUER, "1"), SeenThrough.of(client(ISSUER)), new UserId("01KA2P7X9QJ4T8V0M6ZC3E5R1C"),
        Optional.empty(), NOW, Optional.empty());
    LinkedIdentity linked = new LinkedIdentity(identity, ACME,
        connected.map(issuer -> SsoConnection.to(client(issuer), ACME.id(), 1, NOW)), member);
    assertThat(linked.leadsIn()).isEqualTo(linked.hindrance().isEmpty());
    return linked.hindrance();
  }

  private static OidcClient client(String issuer) {
    return new OidcClient(Provider.OIDC, new IssuerUrl(issuer), new ClientId("latchkey"), new ClientSecret("secret"));
  }
}
