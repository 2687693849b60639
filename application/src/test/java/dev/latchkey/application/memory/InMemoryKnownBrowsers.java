package dev.latchkey.application.memory;

import dev.latchkey.application.session.KnownBrowsers;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.session.TokenHash;
import java.time.Instant;

/** {@link KnownBrowsers} in memory. */
public final class InMemoryKnownBrowsers implements KnownBrowsers {
  private final Table<Key, Instant> rows;

  public InMemoryKnownBrowsers(InMemoryDatabase database) {
    rows = database.table();
  }

  @Override
  public boolean isKnown(UserId user, TokenHash browser) {
    return rows.find(new Key(user, browser)).isPresent();
  }

  @Override
  public void remember(UserId user, TokenHash browser, Instant now) {
    rows.put(new Key(user, browser), now);
  }

  int removeOutdated(Instant before, int atMost) {
    return rows.removeSome(lastUsed -> lastUsed.isBefore(before), atMost);
  }

  private record Key(UserId user, TokenHash browser) {}
}
