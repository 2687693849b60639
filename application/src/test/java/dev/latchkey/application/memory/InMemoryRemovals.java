package dev.latchkey.application.memory;

import dev.latchkey.application.member.Removals;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.organization.OrganizationId;
import java.time.Instant;

/** {@link Removals} in memory. */
public final class InMemoryRemovals implements Removals {
  private final Table<Key, Instant> rows;

  public InMemoryRemovals(InMemoryDatabase database) {
    this.rows = database.table();
  }

  @Override
  public void remember(OrganizationId organization, UserId user, Instant at) {
    rows.put(new Key(organization, user), at);
  }

  @Override
  public boolean isRemembered(OrganizationId organization, UserId user) {
    return rows.find(new Key(organization, user)).isPresent();
  }

  @Override
  public void forget(OrganizationId organization, UserId user) {
    rows.remove(new Key(organization, user));
  }

  private record Key(OrganizationId organization, UserId user) {}
}
