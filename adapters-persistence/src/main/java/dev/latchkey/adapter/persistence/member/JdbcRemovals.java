package dev.latchkey.adapter.persistence.member;

import dev.latchkey.adapter.persistence.database.Sql;
import dev.latchkey.application.member.Removals;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.organization.OrganizationId;
import java.time.Instant;

/** {@link Removals} in PostgreSQL. */
public final class JdbcRemovals implements Removals {
  private final Sql sql;

  public JdbcRemovals(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void remember(OrganizationId organization, UserId user, Instant at) {
    sql.change("""
        INSERT INTO membership_removal (organization_id, user_id, removed_at) VALUES (?, ?, ?)
        ON CONFLICT (organization_id, user_id) DO UPDATE SET removed_at = excluded.removed_at""",
        organization.value(), user.value(), at);
  }

  @Override
  public boolean isRemembered(OrganizationId organization, UserId user) {
    return sql.first("SELECT removed_at FROM membership_removal WHERE organization_id = ? AND user_id = ?",
        row -> row.instant("removed_at"), organization.value(), user.value()).isPresent();
  }

  @Override
  public void forget(OrganizationId organization, UserId user) {
    sql.change("DELETE FROM membership_removal WHERE organization_id = ? AND user_id = ?", organization.value(),
        user.value());
  }
}
