package dev.latchkey.adapter.persistence.signin;

import dev.latchkey.adapter.persistence.database.Sql;
import dev.latchkey.application.guessing.GuessCounts;
import dev.latchkey.domain.signin.GuessCount;
import dev.latchkey.domain.signin.GuessKey;
import java.time.Instant;

/** {@link GuessCounts} in PostgreSQL. */
public final class JdbcGuessCounts implements GuessCounts {
  /** Changes nothing, but writes: a row that is written is locked, also when it was not there before. */
  private static final String LOCK = """
      INSERT INTO guess_count AS stored (key, failures, last_at) VALUES (?, 0, ?)
      ON CONFLICT (key) DO UPDATE SET failures = stored.failures
      RETURNING failures, last_at""";

  private final Sql sql;

  public JdbcGuessCounts(Sql sql) {
    this.sql = sql;
  }

  @Override
  public GuessCount lock(GuessKey key, Instant now) {
    return sql.first(LOCK, row -> new GuessCount(row.number("failures"), row.instant("last_at")), key.value(), now)
        .orElseThrow();
  }

  @Override
  public void save(GuessKey key, GuessCount count) {
    sql.change("""
        INSERT INTO guess_count (key, failures, last_at) VALUES (?, ?, ?)
        ON CONFLICT (key) DO UPDATE SET failures = excluded.failures, last_at = excluded.last_at""",
        key.value(), count.failures(), count.lastAt());
  }

  @Override
  public void forget(GuessKey key) {
    sql.change("DELETE FROM guess_count WHERE key = ?", key.value());
  }
}
