package dev.latchkey.application.domainclaim;

import dev.latchkey.domain.domainclaim.DomainClaim;
import dev.latchkey.domain.domainclaim.DomainClaimId;
import dev.latchkey.domain.domainclaim.PendingDomain;
import dev.latchkey.domain.organization.OrganizationId;
import java.util.List;
import java.util.Optional;

/** Which tenant claims which domains. A changed {@link DomainClaim} is invisible until it is saved. */
public interface DomainClaims {
  Optional<DomainClaim> find(OrganizationId organization, DomainClaimId id);

  /**
   * A part of a tenant's claims, newest first.
   *
   * @param before the claim that the part before ended with; absent for the first
   */
  List<DomainClaim> list(OrganizationId organization, Optional<DomainClaimId> before, int limit);

  /** Adds a claim; within a unit of work, a second one of the same tenant for the same domain makes the work run again. */
  void add(PendingDomain claim);

  /**
   * Saves a change. The unit of work runs again if somebody else saved or removed it in between, or has the domain
   * verified.
   */
  void save(DomainClaim claim);

  /** Removes it; if somebody else saved or removed it in between, the unit of work runs again. */
  void remove(DomainClaim claim);
}
