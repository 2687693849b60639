package dev.latchkey.application.usecase;

import static dev.latchkey.application.usecase.DomainWorld.DOMAIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.discovery.DiscoverSignIn;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.domainclaim.AutoJoin;
import dev.latchkey.domain.domainclaim.DomainSettings;
import dev.latchkey.domain.domainclaim.VerifiedDomain;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.organization.Slug;
import dev.latchkey.domain.sso.ClientId;
import dev.latchkey.domain.sso.ClientSecret;
import dev.latchkey.domain.sso.IssuerUrl;
import dev.latchkey.domain.sso.OidcClient;
import dev.latchkey.domain.sso.Provider;
import dev.latchkey.domain.sso.SsoConnection;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DiscoverSignInTest {
  private static final EmailAddress NOBODY = new EmailAddress("nobody@acme.example");
  private static final DiscoverSignIn.Outcome PASSWORD = new DiscoverSignIn.Outcome.Password();
  private static final DiscoverSignIn.Outcome SSO = new DiscoverSignIn.Outcome.SingleSignOn(new Slug("acme"));

  private final DomainWorld world = new DomainWorld();
  private final DiscoverSignIn discover = new DiscoverSignIn(world.claims, world.world.ports.ssoConnections(),
      world.world.ports.organizations(), world.world.clock);

  @Test
  void a_verified_domain_with_a_connection_leads_there_whoever_it_is() {
    world.verified(DOMAIN);
    connect();
    world.members.join("Bob", Role.AGENT);
    assertThat(discover.discover(NOBODY)).isEqualTo(SSO);
    assertThat(discover.discover(MemberWorld.address("Bob"))).isEqualTo(SSO);
  }

  @Test
  void everything_else_is_a_password() {
    assertThat(discover.discover(NOBODY)).isEqualTo(PASSWORD);
    world.claimed(DOMAIN);
    connect();
    assertThat(discover.discover(NOBODY)).isEqualTo(PASSWORD);
    assertThat(discover.discover(new EmailAddress("nobody@mail.acme.example"))).isEqualTo(PASSWORD);
  }

  @Test
  void a_domain_without_a_connection_is_a_password() {
    world.verified(DOMAIN);
    assertThat(discover.discover(NOBODY)).isEqualTo(PASSWORD);
  }

  @Test
  void an_organization_that_does_not_want_it_is_left_alone() {
    VerifiedDomain claim = world.verified(DOMAIN);
    connect();
    world.change(world.members.ada, claim, new DomainSettings(AutoJoin.OFF, false));
    assertThat(discover.discover(NOBODY)).isEqualTo(PASSWORD);
  }

  @Test
  void a_lapse_that_outlasts_its_grace_ends_it() {
    VerifiedDomain claim = world.verified(DOMAIN);
    connect();
    world.dns.withdraw("_latchkey.acme.example");
    world.verify(world.members.ada, claim);
    world.world.clock.advance(VerifiedDomain.GRACE.minusSeconds(1));
    assertThat(discover.discover(NOBODY)).isEqualTo(SSO);
    world.world.clock.advance(Duration.ofSeconds(1));
    assertThat(discover.discover(NOBODY)).isEqualTo(PASSWORD);
  }

  private void connect() {
    world.world.ports.ssoConnections().add(SsoConnection.to(new OidcClient(Provider.OIDC,
        new IssuerUrl("https://idp.acme.example"), new ClientId("latchkey"), new ClientSecret("secret")),
        world.members.acme, 1, World.NOON));
  }
}
