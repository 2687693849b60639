package dev.latchkey.domain.domainclaim;

import dev.latchkey.domain.organization.OrganizationId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A claim that waits for its proof.
 *
 * @param expiresAt from then on it can't be proven any more; adding the domain anew makes a new claim
 */
public record PendingDomain(DomainClaimId id, OrganizationId organizationId, DomainName domain,
    VerificationToken token, Instant createdAt, Instant expiresAt, long version) implements DomainClaim {
  /** Time for whoever looks after the DNS, like for whoever is invited. */
  public static final Duration TERM = Duration.ofDays(7);

  public static PendingDomain claimed(DomainClaimId id, OrganizationId organization, DomainName domain,
      VerificationToken token, Instant now) {
    return new PendingDomain(id, organization, domain, token, now, now.plus(TERM), 0);
  }

  public boolean isExpiredAt(Instant now) {
    return !now.isBefore(expiresAt);
  }

  /** The claim after its proof was seen. */
  public VerifiedDomain verified(Instant now) {
    return new VerifiedDomain(id, organizationId, domain, token, createdAt, now, now,
        now.plus(VerifiedDomain.CHECKED_EVERY), Optional.empty(), DomainSettings.INITIAL, version);
  }
}
