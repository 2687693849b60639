package dev.latchkey.application.memory;

import dev.latchkey.application.setup.SetupLinks;
import dev.latchkey.domain.onetime.SecretId;
import dev.latchkey.domain.organization.MembershipId;
import dev.latchkey.domain.organization.OrganizationId;
import java.util.Optional;

/** {@link SetupLinks} in memory. */
public final class InMemorySetupLinks implements SetupLinks {
  private final Table<Key, SecretId> rows;

  public InMemorySetupLinks(InMemoryDatabase database) {
    this.rows = database.table();
  }

  @Override
  public void remember(OrganizationId organization, MembershipId member, SecretId link) {
    rows.put(new Key(organization, member), link);
  }

  @Override
  public Optional<SecretId> newest(OrganizationId organization, MembershipId member) {
    return rows.find(new Key(organization, member));
  }

  private record Key(OrganizationId organization, MembershipId member) {}
}
