package dev.latchkey.adapter.persistence.member;

import dev.latchkey.adapter.persistence.database.Sql;
import dev.latchkey.application.member.Owners;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.domainclaim.DomainName;
import dev.latchkey.domain.domainclaim.VerifiedDomain;
import dev.latchkey.domain.organization.MembershipId;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.policy.BreakGlassOwner;
import dev.latchkey.domain.policy.OwnerAccess;
import java.time.Instant;
import java.util.List;

/**
 * {@link Owners} in PostgreSQL: changes of members queue up at the row of their organization, on whichever node they
 * come in.
 */
public final class JdbcOwners implements Owners {
  /** As {@link dev.latchkey.application.account.AccountOpening#inUse} has it: what is nobody's may go any moment. */
  private static final String OWNED =
      "(u.password_hash IS NOT NULL OR u.mfa_enrolled OR u.first_sign_in_at IS NOT NULL)";
  private static final String ACTIVE = "SELECT m.user_id, " + MemberRow.HAS_CREDENTIAL + " AND " + OWNED
      + " AS has_credential, " + MemberRow.LINKED + """
               AS linked,
               (SELECT d.domain FROM domain_claim d
                WHERE d.organization_id = m.organization_id AND d.verified_at IS NOT NULL
                  AND d.domain = substring(u.email FROM '@(.*)$') AND (d.lapsed_at IS NULL OR d.lapsed_at > ?))
                 AS own_domain,
               m.break_glass AND u.password_hash IS NOT NULL AND u.mfa_enrolled AS breaks_glass
          """ + MemberRow.FROM_ORGANIZATION + " AND m.role = 'OWNER' AND m.status = 'ACTIVE'";

  private final Sql sql;

  public JdbcOwners(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void hold(OrganizationId organization) {
    // The weaker lock of the two lets rows that refer to the organization be written meanwhile.
    sql.first("SELECT id FROM organization WHERE id = ? FOR NO KEY UPDATE", row -> row.text("id"),
        organization.value());
  }

  @Override
  public List<OwnerAccess> active(OrganizationId organization, Instant now) {
    return sql.all(ACTIVE, row -> new OwnerAccess(new UserId(row.text("user_id")), row.flag("has_credential"),
        row.flag("linked"), row.optionalText("own_domain").map(DomainName::new), row.flag("breaks_glass")),
        now.minus(VerifiedDomain.GRACE), organization.value());
  }

  @Override
  public List<BreakGlassOwner> breakGlass(OrganizationId organization) {
    return sql.all("SELECT m.id, m.user_id, m.status = 'ACTIVE' AS active, u.password_hash IS NOT NULL AS password, "
        + "u.mfa_enrolled" + MemberRow.FROM_ORGANIZATION + " AND m.role = 'OWNER' AND m.break_glass ORDER BY m.id",
        row -> new BreakGlassOwner(new MembershipId(row.text("id")), new UserId(row.text("user_id")),
            row.flag("active"), row.flag("password"), row.flag("mfa_enrolled")),
        organization.value());
  }
}
