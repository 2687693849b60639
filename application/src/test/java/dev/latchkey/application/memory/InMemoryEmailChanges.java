package dev.latchkey.application.memory;

import dev.latchkey.application.emailchange.EmailChanges;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.emailchange.EmailChangeAttempts;

/** {@link EmailChanges} in memory; the one lock of the database is also that of every row. */
public final class InMemoryEmailChanges implements EmailChanges {
  private final Table<UserId, EmailChangeAttempts> rows;

  public InMemoryEmailChanges(InMemoryDatabase database) {
    rows = database.table();
  }

  @Override
  public EmailChangeAttempts lock(UserId user) {
    return rows.find(user).orElseGet(() -> EmailChangeAttempts.none(user));
  }

  @Override
  public void save(EmailChangeAttempts attempts) {
    rows.put(attempts.user(), attempts);
  }
}
