package dev.latchkey.adapter.persistence.session;

import dev.latchkey.adapter.persistence.database.Sql;
import dev.latchkey.application.session.KnownBrowsers;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.session.TokenHash;
import java.time.Instant;
import java.util.HexFormat;

/** {@link KnownBrowsers} in PostgreSQL. */
public final class JdbcKnownBrowsers implements KnownBrowsers {
  private final Sql sql;

  public JdbcKnownBrowsers(Sql sql) {
    this.sql = sql;
  }

  @Override
  public boolean isKnown(UserId user, TokenHash browser) {
    return sql.first("SELECT last_used_at FROM known_browser WHERE user_id = ? AND browser_hash = ?",
        row -> row.instant("last_used_at"), user.value(), bytes(browser)).isPresent();
  }

  @Override
  public void remember(UserId user, TokenHash browser, Instant now) {
    sql.change("""
        INSERT INTO known_browser AS known (user_id, browser_hash, last_used_at) VALUES (?, ?, ?)
        ON CONFLICT (user_id, browser_hash)
        DO UPDATE SET last_used_at = greatest(known.last_used_at, excluded.last_used_at)""",
        user.value(), bytes(browser), now);
  }

  private static byte[] bytes(TokenHash hash) {
    return HexFormat.of().parseHex(hash.hex());
  }
}
