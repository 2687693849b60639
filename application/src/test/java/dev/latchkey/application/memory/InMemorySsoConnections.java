package dev.latchkey.application.memory;

import dev.latchkey.application.sso.SsoConnections;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.sso.ClientSecret;
import dev.latchkey.domain.sso.OidcClient;
import dev.latchkey.domain.sso.SsoConnection;
import java.time.Instant;
import java.util.Optional;

/** {@link SsoConnections} in memory. One that is added without a secret stands for one whose secret can't be read. */
public final class InMemorySsoConnections implements SsoConnections {
  private final InMemoryDatabase database;
  private final Table<OrganizationId, SsoConnection> rows;
  private final InMemoryFederatedIdentities identities;

  public InMemorySsoConnections(InMemoryDatabase database) {
    this.database = database;
    rows = database.table();
    identities = new InMemoryFederatedIdentities(database, rows);
  }

  /** Who of their people is whom of ours; goes with the connection. */
  public InMemoryFederatedIdentities identities() {
    return identities;
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
    database.run(() -> {
      Optional<ClientSecret> kept = find(it.organizationId()).flatMap(stored -> stored.client().secret());
      SsoConnection notes = find(it.organizationId()).filter(stored -> stored.version() == it.version()).orElse(it);
      rows.replace(it.organizationId(), stored -> stored.rowVersion() == it.rowVersion(),
          new SsoConnection(it.organizationId(), it.version(), with(it.client().secret().or(() -> kept), it.client()),
              it.callback(), it.changedAt(),
              notes.lastSignInAt(),
              notes.callback() == it.callback() ? notes.ownerProvenAt() : it.ownerProvenAt(), it.rowVersion() + 1));
      return it;
    });
  }

  private static OidcClient with(Optional<ClientSecret> secret, OidcClient client) {
    return new OidcClient(client.provider(), client.issuer(), client.clientId(), secret);
  }

  @Override
  public boolean delete(OrganizationId organization) {
    return database.run(() -> {
      identities.removeAll(organization);
      return rows.remove(organization);
    });
  }

  @Override
  public void noteSignIn(OrganizationId organization, int version, Instant at, boolean owner) {
    rows.change(organization, it -> it.version() == version
        ? new SsoConnection(it.organizationId(), version, it.client(), it.callback(), it.changedAt(), Optional.of(at),
            owner ? Optional.of(at) : it.ownerProvenAt(), it.rowVersion())
        : it);
  }
}
