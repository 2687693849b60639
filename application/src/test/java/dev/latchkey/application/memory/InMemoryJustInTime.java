package dev.latchkey.application.memory;

import dev.latchkey.application.sso.JustInTime;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.sso.JitSettings;

/** {@link JustInTime} in memory. */
public final class InMemoryJustInTime implements JustInTime {
  private final Table<OrganizationId, JitSettings> rows;

  public InMemoryJustInTime(InMemoryDatabase database) {
    rows = database.table();
  }

  @Override
  public JitSettings of(OrganizationId organization) {
    return rows.find(organization).orElse(JitSettings.INITIAL);
  }

  @Override
  public void save(OrganizationId organization, JitSettings settings) {
    rows.put(organization, settings);
  }
}
