package dev.latchkey.adapter.persistence.session;

import dev.latchkey.adapter.persistence.database.Sql;
import dev.latchkey.application.session.LastSignIns;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.organization.OrganizationId;
import java.time.Instant;

/** {@link LastSignIns} in PostgreSQL. */
public final class JdbcLastSignIns implements LastSignIns {
  private final Sql sql;

  public JdbcLastSignIns(Sql sql) {
    this.sql = sql;
  }

  @Override
  public boolean note(UserId user, Instant at) {
    return sql.change("""
        WITH places AS (UPDATE membership SET last_sign_in_at = ? WHERE user_id = ? AND status = 'ACTIVE')
        UPDATE user_account SET first_sign_in_at = ? WHERE id = ? AND first_sign_in_at IS NULL""", at, user.value(),
        at, user.value()) > 0;
  }

  @Override
  public void noteVouched(UserId user, OrganizationId organization, Instant at) {
    sql.change(
        "UPDATE membership SET last_sign_in_at = ? WHERE organization_id = ? AND user_id = ? AND status = 'ACTIVE'",
        at, organization.value(), user.value());
  }

  @Override
  public boolean any(UserId user) {
    return sql.first("SELECT id FROM user_account WHERE id = ? AND first_sign_in_at IS NOT NULL", row -> row.text("id"),
        user.value()).isPresent();
  }
}
