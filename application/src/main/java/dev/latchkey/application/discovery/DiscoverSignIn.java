package dev.latchkey.application.discovery;

import dev.latchkey.application.domainclaim.VerifiedDomains;
import dev.latchkey.application.organization.Organizations;
import dev.latchkey.application.sso.SsoConnections;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.domainclaim.DomainName;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.organization.Slug;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Says with what an address signs in: at the identity provider of the organization that has its domain verified, or here.
 * It looks at the domain alone, so the answer tells nothing about accounts.
 */
public final class DiscoverSignIn {
  private final VerifiedDomains verified;
  private final SsoConnections connections;
  private final Organizations organizations;
  private final InstantSource clock;

  public DiscoverSignIn(VerifiedDomains verified, SsoConnections connections, Organizations organizations,
      InstantSource clock) {
    this.verified = verified;
    this.connections = connections;
    this.organizations = organizations;
    this.clock = clock;
  }

  public Outcome discover(EmailAddress email) {
    Instant now = clock.instant();
    return verified.holder(DomainName.of(email))
        .filter(domain -> domain.settings().ssoRedirect() && domain.isUsableAt(now))
        .filter(domain -> connections.find(domain.organizationId()).isPresent())
        .flatMap(domain -> organizations.find(domain.organizationId())).map(Organization::slug)
        .<Outcome>map(Outcome.SingleSignOn::new).orElseGet(Outcome.Password::new);
  }

  /** Where to sign in. */
  public sealed interface Outcome {
    record SingleSignOn(Slug organization) implements Outcome {}

    record Password() implements Outcome {}
  }
}
