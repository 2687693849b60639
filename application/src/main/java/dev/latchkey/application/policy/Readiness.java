package dev.latchkey.application.policy;

import dev.latchkey.application.domainclaim.VerifiedDomains;
import dev.latchkey.application.member.Owners;
import dev.latchkey.application.sso.SsoConnections;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.policy.SsoReadiness;
import java.time.Instant;
import java.time.InstantSource;

/** Looks whether an organization may demand single sign-on, by what is stored now. */
public final class Readiness {
  private final VerifiedDomains domains;
  private final SsoConnections connections;
  private final Owners owners;
  private final InstantSource clock;

  public Readiness(VerifiedDomains domains, SsoConnections connections, Owners owners, InstantSource clock) {
    this.domains = domains;
    this.connections = connections;
    this.owners = owners;
    this.clock = clock;
  }

  SsoReadiness of(Organization organization) {
    Instant now = clock.instant();
    return SsoReadiness.of(organization, domains.of(organization.id()), connections.find(organization.id()),
        owners.breakGlass(organization.id()), now).with(owners.active(organization.id(), now));
  }

  /**
   * From here on nobody changes members, domains or the connection until the running unit of work ends: who can break the
   * glass, still can then, and what was proven, still is.
   */
  void hold(OrganizationId organization) {
    owners.hold(organization);
  }
}
