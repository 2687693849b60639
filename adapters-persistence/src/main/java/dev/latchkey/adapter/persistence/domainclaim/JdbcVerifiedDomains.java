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
  private static final String DUE = VERIFIED + """
       AND d.id IN (
        SELECT id FROM (
          SELECT id, row_number() OVER (PARTITION BY organization_id ORDER BY next_check_at, domain) AS place
          FROM domain_claim WHERE verified_at IS NOT NULL AND next_check_at <= ?) due
        WHERE place <= ?)
      ORDER BY d.next_check_at, d.domain LIMIT ?""";

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
  public List<VerifiedDomain> dueAt(Instant now, int atMost, int ofEach) {
    return sql.all(DUE, DomainClaimRow::verified, now, ofEach, atMost);
  }
}
