package dev.latchkey.application.memory;

import dev.latchkey.application.domainclaim.DomainChecks;
import dev.latchkey.application.domainclaim.DomainClaims;
import dev.latchkey.application.domainclaim.VerifiedDomains;
import dev.latchkey.application.memory.InMemoryDatabase.Conflict;
import dev.latchkey.domain.domainclaim.DomainClaim;
import dev.latchkey.domain.domainclaim.DomainClaimId;
import dev.latchkey.domain.domainclaim.DomainName;
import dev.latchkey.domain.domainclaim.PendingDomain;
import dev.latchkey.domain.domainclaim.VerifiedDomain;
import dev.latchkey.domain.organization.OrganizationId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@link DomainClaims}, {@link VerifiedDomains} and {@link DomainChecks} in memory. */
public final class InMemoryDomainClaims implements DomainClaims, VerifiedDomains, DomainChecks {
  private final InMemoryDatabase database;
  private final Table<DomainClaimId, DomainClaim> rows;

  public InMemoryDomainClaims(InMemoryDatabase database) {
    this.database = database;
    this.rows = database.table();
  }

  @Override
  public Optional<DomainClaim> find(OrganizationId organization, DomainClaimId id) {
    return rows.find(id).filter(claim -> claim.organizationId().equals(organization));
  }

  @Override
  public List<DomainClaim> list(OrganizationId organization, Optional<DomainClaimId> before, int limit) {
    return rows.all().stream().filter(claim -> claim.organizationId().equals(organization))
        .filter(claim -> before.filter(it -> it.value().compareTo(claim.id().value()) <= 0).isEmpty())
        .sorted(Comparator.comparing((DomainClaim claim) -> claim.id().value()).reversed()).limit(limit).toList();
  }

  @Override
  public void add(PendingDomain claim) {
    rows.add(claim.id(), claim, other -> other.organizationId().equals(claim.organizationId())
        && other.domain().equals(claim.domain()));
  }

  @Override
  public void save(DomainClaim claim) {
    database.run(() -> {
      if (claim instanceof VerifiedDomain
          && holder(claim.domain()).filter(other -> !other.id().equals(claim.id())).isPresent()) {
        throw new Conflict("Somebody else has it verified");
      }
      rows.replace(claim.id(), stored -> stored.version() == claim.version(), nextVersion(claim));
      return claim;
    });
  }

  @Override
  public void remove(DomainClaim claim) {
    database.run(() -> {
      rows.replace(claim.id(), stored -> stored.version() == claim.version(), claim);
      return rows.remove(claim.id());
    });
  }

  @Override
  public Optional<VerifiedDomain> holder(DomainName domain) {
    return verified().filter(claim -> claim.domain().equals(domain)).findFirst();
  }

  @Override
  public List<VerifiedDomain> of(OrganizationId organization) {
    return verified().filter(claim -> claim.organizationId().equals(organization))
        .sorted(Comparator.comparing(claim -> claim.domain().value())).toList();
  }

  @Override
  public List<VerifiedDomain> dueAt(Instant now, int atMost) {
    return verified().filter(claim -> !now.isBefore(claim.nextCheckAt()))
        .sorted(Comparator.comparing(VerifiedDomain::nextCheckAt).thenComparing(claim -> claim.domain().value()))
        .limit(atMost).toList();
  }

  int removeOutdated(Instant before, int atMost) {
    return rows.removeSome(claim -> claim instanceof PendingDomain pending && pending.expiresAt().isBefore(before),
        atMost);
  }

  private Stream<VerifiedDomain> verified() {
    return rows.all().stream().filter(VerifiedDomain.class::isInstance).map(VerifiedDomain.class::cast);
  }

  private static DomainClaim nextVersion(DomainClaim claim) {
    long next = claim.version() + 1;
    return switch (claim) {
      case PendingDomain it -> new PendingDomain(it.id(), it.organizationId(), it.domain(), it.token(), it.createdAt(),
          it.expiresAt(), next);
      case VerifiedDomain it -> new VerifiedDomain(it.id(), it.organizationId(), it.domain(), it.token(),
          it.createdAt(), it.verifiedAt(), it.checkedAt(), it.nextCheckAt(), it.lapsedAt(), it.settings(), next);
    };
  }
}
