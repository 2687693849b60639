package dev.latchkey.adapter.persistence.housekeeping;

import dev.latchkey.adapter.persistence.database.Sql;
import dev.latchkey.application.housekeeping.JobLeases;
import java.time.Instant;

/** {@link JobLeases} in PostgreSQL. */
public final class JdbcJobLeases implements JobLeases {
  private static final String TAKE = """
      INSERT INTO job_lease AS held (job, held_until) VALUES (?, ?)
      ON CONFLICT (job) DO UPDATE SET held_until = excluded.held_until WHERE held.held_until <= ?""";

  private final Sql sql;

  public JdbcJobLeases(Sql sql) {
    this.sql = sql;
  }

  @Override
  public boolean take(String job, Instant now, Instant until) {
    return sql.change(TAKE, job, until, now) == 1;
  }
}
