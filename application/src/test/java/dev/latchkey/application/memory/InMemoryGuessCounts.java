package dev.latchkey.application.memory;

import dev.latchkey.application.guessing.GuessCounts;
import dev.latchkey.domain.signin.GuessCount;
import dev.latchkey.domain.signin.GuessKey;
import java.time.Instant;

/** {@link GuessCounts} in memory; the one lock of the database is also that of every key. */
public final class InMemoryGuessCounts implements GuessCounts {
  private final Table<GuessKey, GuessCount> rows;

  public InMemoryGuessCounts(InMemoryDatabase database) {
    rows = database.table();
  }

  @Override
  public GuessCount lock(GuessKey key, Instant now) {
    return rows.find(key).orElseGet(() -> GuessCount.none(now));
  }

  @Override
  public void save(GuessKey key, GuessCount count) {
    rows.put(key, count);
  }

  @Override
  public void forget(GuessKey key) {
    rows.remove(key);
  }

  int removeOutdated(Instant before, int atMost) {
    return rows.removeSome(
        count -> count.lastAt().plus(GuessCount.FORGIVEN_EVERY.multipliedBy(count.failures())).isBefore(before),
        atMost);
  }
}
