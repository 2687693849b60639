package dev.latchkey.adapter.persistence.domainclaim;

import dev.latchkey.adapter.persistence.database.Conflict;
import dev.latchkey.adapter.persistence.database.Sql;
import dev.latchkey.application.domainclaim.DomainClaims;
import dev.latchkey.domain.domainclaim.DomainClaim;
import dev.latchkey.domain.domainclaim.DomainClaimId;
import dev.latchkey.domain.domainclaim.DomainSettings;
import dev.latchkey.domain.domainclaim.PendingDomain;
import dev.latchkey.domain.domainclaim.VerifiedDomain;
import dev.latchkey.domain.organization.OrganizationId;
import java.util.List;
import java.util.Optional;

/** {@link DomainClaims} in PostgreSQL. That one tenant has a domain verified is a unique index. */
public final class JdbcDomainClaims implements DomainClaims {
  /** Behind every id, so that the first part is asked for like any other. */
  private static final String BEFORE_THE_NEWEST = "~";

  private final Sql sql;

  public JdbcDomainClaims(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Optional<DomainClaim> find(OrganizationId organization, DomainClaimId id) {
    return sql.first("SELECT " + DomainClaimRow.COLUMNS
        + " FROM domain_claim d WHERE d.organization_id = ? AND d.id = ?", DomainClaimRow::read, organization.value(),
        id.value());
  }

  @Override
  public List<DomainClaim> list(OrganizationId organization, Optional<DomainClaimId> before, int limit) {
    return sql.all("SELECT " + DomainClaimRow.COLUMNS
        + " FROM domain_claim d WHERE d.organization_id = ? AND d.id < ? ORDER BY d.id DESC LIMIT ?",
        DomainClaimRow::read, organization.value(), before.map(DomainClaimId::value).orElse(BEFORE_THE_NEWEST), limit);
  }

  @Override
  public void add(PendingDomain claim) {
    sql.change("""
        INSERT INTO domain_claim (organization_id, id, domain, token, created_at, expires_at, auto_join, sso_redirect,
                                  version)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""", claim.organizationId().value(), claim.id().value(),
        claim.domain().value(), claim.token().value(), claim.createdAt(), claim.expiresAt(),
        DomainSettings.INITIAL.autoJoin(), DomainSettings.INITIAL.ssoRedirect(), claim.version());
  }

  @Override
  public void save(DomainClaim claim) {
    requireOne(switch (claim) {
      case PendingDomain pending -> sql.change("""
          UPDATE domain_claim SET expires_at = ?, verified_at = NULL, checked_at = NULL, next_check_at = NULL,
                                  lapsed_at = NULL, auto_join = ?, sso_redirect = ?, version = version + 1
          WHERE organization_id = ? AND id = ? AND version = ?""", pending.expiresAt(),
          DomainSettings.INITIAL.autoJoin(), DomainSettings.INITIAL.ssoRedirect(), claim.organizationId().value(),
          claim.id().value(), claim.version());
      case VerifiedDomain verified -> sql.change("""
          UPDATE domain_claim SET expires_at = NULL, verified_at = ?, checked_at = ?, next_check_at = ?,
                                  lapsed_at = ?, auto_join = ?, sso_redirect = ?, version = version + 1
          WHERE organization_id = ? AND id = ? AND version = ?""", verified.verifiedAt(), verified.checkedAt(),
          verified.nextCheckAt(), verified.lapsedAt().orElse(null), verified.settings().autoJoin(),
          verified.settings().ssoRedirect(), claim.organizationId().value(), claim.id().value(), claim.version());
    });
  }

  @Override
  public void remove(DomainClaim claim) {
    requireOne(sql.change("DELETE FROM domain_claim WHERE organization_id = ? AND id = ? AND version = ?",
        claim.organizationId().value(), claim.id().value(), claim.version()));
  }

  private static void requireOne(int rows) {
    if (rows != 1) {
      throw new Conflict("The claim was saved or removed in between");
    }
  }
}
