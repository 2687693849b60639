package dev.latchkey.application.memory;

import dev.latchkey.application.mfa.TotpAuthenticators;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.mfa.TotpAuthenticator;

/** {@link TotpAuthenticators} in memory; the one lock of the database is also that of every row. */
public final class InMemoryTotpAuthenticators implements TotpAuthenticators {
  private final Table<UserId, TotpAuthenticator> rows;

  public InMemoryTotpAuthenticators(InMemoryDatabase database) {
    rows = database.table();
  }

  @Override
  public TotpAuthenticator lock(UserId user) {
    return rows.find(user).orElseGet(() -> TotpAuthenticator.none(user));
  }

  @Override
  public void save(TotpAuthenticator authenticator) {
    rows.put(authenticator.user(), authenticator);
  }

  @Override
  public void remove(UserId user) {
    rows.remove(user);
  }
}
