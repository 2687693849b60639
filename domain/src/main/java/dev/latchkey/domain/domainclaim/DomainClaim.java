package dev.latchkey.domain.domainclaim;

import dev.latchkey.domain.organization.OrganizationId;
import java.time.Instant;

/**
 * An organization's claim of exactly one domain, not of those below it. It begins as {@link PendingDomain} and becomes a
 * {@link VerifiedDomain} once it is proven; any number of organizations may claim a domain, one has it verified.
 */
public sealed interface DomainClaim permits PendingDomain, VerifiedDomain {
  DomainClaimId id();

  OrganizationId organizationId();

  DomainName domain();

  VerificationToken token();

  Instant createdAt();

  /** Counts saves, so that two concurrent changes can't overwrite each other. */
  long version();

  /** What proves the claim. */
  default TxtRecord txtRecord() {
    return TxtRecord.of(domain(), token());
  }
}
