package dev.latchkey.adapter.persistence.apikey;

import dev.latchkey.adapter.persistence.database.Sql;
import dev.latchkey.adapter.persistence.organization.PlaceRow;
import dev.latchkey.application.apikey.PresentedApiKeys;
import dev.latchkey.domain.apikey.ApiKey;
import dev.latchkey.domain.session.TokenHash;
import java.time.Instant;
import java.util.Optional;

/** {@link PresentedApiKeys} in PostgreSQL. Plain SQL because every request of a program comes through here. */
public final class JdbcPresentedApiKeys implements PresentedApiKeys {
  private static final String FIND = "SELECT " + ApiKeyRow.COLUMNS + ", " + PlaceRow.COLUMNS + """
      , coalesce((SELECT max(issued_at) FROM one_time_secret), k.created_at) AS newest
      FROM api_key k
      JOIN membership m ON m.organization_id = k.organization_id AND m.user_id = k.creator_id
      JOIN organization o ON o.id = k.organization_id
      WHERE k.key_hash = ?""";

  private final Sql sql;

  public JdbcPresentedApiKeys(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Optional<Found> find(TokenHash hash) {
    return sql.first(FIND, row -> new Found(ApiKeyRow.read(row), PlaceRow.read(row), row.instant("newest")),
        ApiKeyRow.bytes(hash));
  }

  @Override
  public void used(ApiKey key, Instant at) {
    // Of requests that come together after an idle minute, each finds what the one before has written.
    sql.change("""
        UPDATE api_key SET last_used_at = ?
        WHERE organization_id = ? AND id = ? AND (last_used_at IS NULL OR last_used_at <= ?)""", at,
        key.organizationId().value(), key.id().value(), at.minus(ApiKey.USED_PRECISION));
  }

  @Override
  public boolean refused(ApiKey key, Instant at) {
    return sql.change("""
        UPDATE api_key SET last_refused_at = ?
        WHERE organization_id = ? AND id = ? AND (last_refused_at IS NULL OR last_refused_at <= ?)""", at,
        key.organizationId().value(), key.id().value(), at.minus(REFUSAL_PRECISION)) == 1;
  }
}
