package dev.latchkey.application.memory;

import dev.latchkey.application.sso.SsoConnections;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.sso.SsoConnection;
import java.time.Instant;
import java.util.Optional;

/** {@link SsoConnections} in memory. */
public final class InMemorySsoConnections implements SsoConnections {
  private final Table<OrganizationId, SsoConnection> rows;

  public InMemorySsoConnections(InMemoryDatabase database) {
    rows = database.table();
  }

  @Override
  public Optional<SsoConnection> find(OrganizationId organization) {
    return rows.find(organization);
  }

  @Override
  public void add(SsoConnection connection) {
    rows.add(connection.organizationId(), connection, other -> false);
  }

  @Override
  public void save(SsoConnection it) {
    rows.replace(it.organizationId(), stored -> stored.rowVersion() == it.rowVersion(),
        new SsoConnection(it.organizationId(), it.version(), it.client(), it.callback(), it.changedAt(),
            it.lastSignInAt(), it.ownerProvenAt(), it.rowVersion() + 1));
  }

  @Override
  public boolean delete(OrganizationId organization) {
    return rows.remove(organization);
  }

  @Override
  public void noteSignIn(OrganizationId organization, int version, Instant at, boolean owner) {
    rows.change(organization, it -> it.version() == version
        ? new SsoConnection(it.organizationId(), version, it.client(), it.callback(), it.changedAt(), Optional.of(at),
            owner ? Optional.of(at) : it.ownerProvenAt(), it.rowVersion())
        : it);
  }
}
