package dev.latchkey.adapter.persistence.sso;

import dev.latchkey.adapter.persistence.database.Row;
import dev.latchkey.adapter.persistence.database.Sql;
import dev.latchkey.application.sso.JustInTime;
import dev.latchkey.domain.domainclaim.DomainName;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.sso.JitSettings;
import java.sql.SQLException;

/** {@link JustInTime} in PostgreSQL. */
public final class JdbcJustInTime implements JustInTime {
  private final Sql sql;

  public JdbcJustInTime(Sql sql) {
    this.sql = sql;
  }

  @Override
  public JitSettings of(OrganizationId organization) {
    return sql.first("SELECT enabled, default_role, allowed_domains FROM just_in_time WHERE organization_id = ?",
        JdbcJustInTime::read, organization.value()).orElse(JitSettings.INITIAL);
  }

  @Override
  public void save(OrganizationId organization, JitSettings settings) {
    sql.change("""
        INSERT INTO just_in_time (organization_id, enabled, default_role, allowed_domains) VALUES (?, ?, ?, ?)
        ON CONFLICT (organization_id) DO UPDATE SET enabled = excluded.enabled, default_role = excluded.default_role,
                                                    allowed_domains = excluded.allowed_domains""",
        organization.value(), settings.enabled(), settings.defaultRole(),
        settings.allowedDomains().stream().map(DomainName::value).toArray(String[]::new));
  }

  private static JitSettings read(Row row) throws SQLException {
    return new JitSettings(row.flag("enabled"), row.constant("default_role", Role.class),
        row.texts("allowed_domains").stream().map(DomainName::new).toList());
  }
}
