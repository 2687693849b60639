package dev.latchkey.adapter.persistence.domainclaim;

import dev.latchkey.adapter.persistence.database.Sql;
import dev.latchkey.application.domainclaim.DomainChecks;
import dev.latchkey.application.domainclaim.VerifiedDomains;
import dev.latchkey.domain.domainclaim.DomainName;
import dev.latchkey.domain.domainclaim.VerifiedDomain;
import dev.latchkey.domain.organization.OrganizationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** {@link VerifiedDomains} and {@link DomainChecks} in PostgreSQL. */
public final class JdbcVerifiedDomains implements VerifiedDomains, DomainChecks {
  private static final String VERIFIED = "SELECT " + DomainClaimRow.COLUMNS
      + " FROM domain_claim d WHERE d.verified_at IS NOT NULL";

  private final Sql sql;

  public JdbcVerifiedDomains(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Optional<VerifiedDomain> holder(DomainName domain) {
    return sql.first(VERIFIED + " AND d.domain = ?", DomainClaimRow::verified, domain.value());
  }

  @Override
  public List<VerifiedDomain> of(OrganizationId organization) {
    return sql.all(VERIFIED + " AND d.organization_id = ? ORDER BY d.domain", DomainClaimRow::verified,
        organization.value());
  }

  @Override
  public List<VerifiedDomain> dueAt(Instant now, int atMost) {
    return sql.all(VERIFIED + " AND d.next_check_at <= ? ORDER BY d.next_check_at, d.domain LIMIT ?",
        DomainClaimRow::verified, now, atMost);
  }
}
