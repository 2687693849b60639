package dev.latchkey.adapter.persistence.setup;

import dev.latchkey.adapter.persistence.database.Sql;
import dev.latchkey.application.setup.SetupLinks;
import dev.latchkey.domain.onetime.SecretId;
import dev.latchkey.domain.organization.MembershipId;
import dev.latchkey.domain.organization.OrganizationId;
import java.util.Optional;

/** {@link SetupLinks} in PostgreSQL. */
public final class JdbcSetupLinks implements SetupLinks {
  private final Sql sql;

  public JdbcSetupLinks(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void remember(OrganizationId organization, MembershipId member, SecretId link) {
    sql.change("""
        INSERT INTO setup_link (organization_id, member_id, secret_id) VALUES (?, ?, ?)
        ON CONFLICT (organization_id, member_id) DO UPDATE SET secret_id = excluded.secret_id""",
        organization.value(), member.value(), link.value());
  }

  @Override
  public Optional<SecretId> newest(OrganizationId organization, MembershipId member) {
    return sql.first("SELECT secret_id FROM setup_link WHERE organization_id = ? AND member_id = ?",
        row -> new SecretId(row.text("secret_id")), organization.value(), member.value());
  }
}
