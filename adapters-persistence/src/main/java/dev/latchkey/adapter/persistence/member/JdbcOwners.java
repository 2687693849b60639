package dev.latchkey.adapter.persistence.member;

import dev.latchkey.adapter.persistence.database.Sql;
import dev.latchkey.application.member.Owners;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.organization.MembershipId;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.policy.BreakGlassOwner;
import java.util.List;

/**
 * {@link Owners} in PostgreSQL: changes of members queue up at the row of their organization, on whichever node they
 * come in.
 */
public final class JdbcOwners implements Owners {
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
  public boolean anyBesides(OrganizationId organization, UserId user) {
    return sql.first("SELECT m.id" + MemberRow.FROM_ORGANIZATION
        + " AND m.role = 'OWNER' AND m.status = 'ACTIVE' AND m.user_id <> ? AND " + MemberRow.HAS_CREDENTIAL
        + " LIMIT 1", row -> row.text("id"), organization.value(), user.value()).isPresent();
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
