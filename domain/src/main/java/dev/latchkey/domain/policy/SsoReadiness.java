package dev.latchkey.domain.policy;

import dev.latchkey.domain.domainclaim.VerifiedDomain;
import dev.latchkey.domain.organization.AuthenticationRequirement;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.sso.SsoConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What has to be true of an organization before it may demand its own identity provider of everybody.
 *
 * @param domainVerified whether it has proven that a domain is its own
 * @param connected whether it has a connection to an identity provider at all
 * @param ssoProven whether an owner has lately signed in through the connection as it is now, and it still works and lets
 *        an owner in
 * @param breakGlassReady whether an owner can get in if the identity provider fails
 */
public record SsoReadiness(boolean domainVerified, boolean connected, boolean ssoProven, boolean breakGlassReady) {
  /** How long an owner's sign-in shows that the connection works. */
  public static final Duration PROVEN_FOR = Duration.ofHours(24);

  /** @param domains those that the organization has verified; ones whose proof is long gone don't count */
  public static SsoReadiness of(Organization organization, List<VerifiedDomain> domains,
      Optional<SsoConnection> connection, List<BreakGlassOwner> breakGlass, Instant now) {
    return new SsoReadiness(domains.stream().anyMatch(domain -> domain.isUsableAt(now)), connection.isPresent(),
        connection.filter(it -> it.version() == organization.ssoVersion() && it.client().secret().isPresent())
            .flatMap(SsoConnection::ownerProvenAt)
            .filter(at -> at.plus(PROVEN_FOR).isAfter(now)).isPresent(),
        breakGlass.stream().anyMatch(BreakGlassOwner::isReady));
  }

  /** What an owner has shown counts as long as an owner is left who would get in: that one may be gone by now. */
  public SsoReadiness with(List<OwnerAccess> owners) {
    return new SsoReadiness(domainVerified, connected,
        ssoProven && owners.stream().anyMatch(it -> it.getsIn(AuthenticationRequirement.SSO)), breakGlassReady);
  }
}
