package dev.latchkey.application.memory;

import dev.latchkey.application.housekeeping.JobLeases;
import java.time.Instant;

/** {@link JobLeases} in memory. */
public final class InMemoryJobLeases implements JobLeases {
  private final InMemoryDatabase database;
  private final Table<String, Instant> rows;

  public InMemoryJobLeases(InMemoryDatabase database) {
    this.database = database;
    this.rows = database.table();
  }

  @Override
  public boolean take(String job, Instant now, Instant until) {
    return database.run(() -> {
      boolean free = rows.find(job).filter(now::isBefore).isEmpty();
      if (free) {
        rows.put(job, until);
      }
      return free;
    });
  }
}
