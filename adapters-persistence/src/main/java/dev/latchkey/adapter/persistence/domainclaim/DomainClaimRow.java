package dev.latchkey.adapter.persistence.domainclaim;

import dev.latchkey.adapter.persistence.database.Row;
import dev.latchkey.domain.domainclaim.AutoJoin;
import dev.latchkey.domain.domainclaim.DomainClaim;
import dev.latchkey.domain.domainclaim.DomainClaimId;
import dev.latchkey.domain.domainclaim.DomainName;
import dev.latchkey.domain.domainclaim.DomainSettings;
import dev.latchkey.domain.domainclaim.PendingDomain;
import dev.latchkey.domain.domainclaim.VerificationToken;
import dev.latchkey.domain.domainclaim.VerifiedDomain;
import dev.latchkey.domain.organization.OrganizationId;
import java.sql.SQLException;

/** A claim {@code d} as statements read it. */
final class DomainClaimRow {
  static final String COLUMNS = """
      d.organization_id, d.id, d.domain, d.token, d.created_at, d.expires_at, d.verified_at, d.checked_at,
      d.next_check_at, d.lapsed_at, d.auto_join, d.sso_redirect, d.version""";

  private DomainClaimRow() {}

  static DomainClaim read(Row row) throws SQLException {
    return row.optionalInstant("verified_at").isPresent() ? verified(row) : pending(row);
  }

  static VerifiedDomain verified(Row row) throws SQLException {
    return new VerifiedDomain(new DomainClaimId(row.text("id")), new OrganizationId(row.text("organization_id")),
        new DomainName(row.text("domain")), new VerificationToken(row.text("token")), row.instant("created_at"),
        row.instant("verified_at"), row.instant("checked_at"), row.instant("next_check_at"),
        row.optionalInstant("lapsed_at"),
        new DomainSettings(row.constant("auto_join", AutoJoin.class), row.flag("sso_redirect")),
        row.longNumber("version"));
  }

  private static PendingDomain pending(Row row) throws SQLException {
    return new PendingDomain(new DomainClaimId(row.text("id")), new OrganizationId(row.text("organization_id")),
        new DomainName(row.text("domain")), new VerificationToken(row.text("token")), row.instant("created_at"),
        row.instant("expires_at"), row.longNumber("version"));
  }
}
