package dev.latchkey.application.memory;

import dev.latchkey.application.memory.InMemoryDatabase.Conflict;
import dev.latchkey.application.sso.FederatedIdentities;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.sso.FederatedIdentity;
import dev.latchkey.domain.sso.FederatedSubject;
import dev.latchkey.domain.sso.IdentityId;
import dev.latchkey.domain.sso.SsoConnection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** {@link FederatedIdentities} in memory. */
public final class InMemoryFederatedIdentities implements FederatedIdentities {
  private final InMemoryDatabase database;
  private final Table<OrganizationId, SsoConnection> connections;
  private final Table<IdentityId, FederatedIdentity> rows;

  InMemoryFederatedIdentities(InMemoryDatabase database, Table<OrganizationId, SsoConnection> connections) {
    this.database = database;
    this.connections = connections;
    rows = database.table();
  }

  @Override
  public Optional<FederatedIdentity> find(OrganizationId organization, FederatedSubject subject) {
    return rows.findFirst(row -> row.organizationId().equals(organization) && row.subject().equals(subject));
  }

  @Override
  public List<FederatedIdentity> of(UserId user) {
    return rows.all().stream().filter(row -> row.userId().equals(user))
        .sorted(Comparator.comparing(FederatedIdentity::linkedAt)).toList();
  }

  @Override
  public void add(FederatedIdentity identity) {
    database.run(() -> {
      if (connections.find(identity.organizationId()).isEmpty()) {
        throw new Conflict("The connection was deleted in between");
      }
      rows.add(identity.id(), identity, other -> other.organizationId().equals(identity.organizationId())
          && other.subject().equals(identity.subject()));
      return identity;
    });
  }

  @Override
  public void noteUse(FederatedIdentity identity) {
    rows.change(identity.id(), before -> identity);
  }

  @Override
  public boolean remove(UserId user, IdentityId id) {
    return rows.find(id).filter(row -> row.userId().equals(user)).isPresent() && rows.remove(id);
  }

  void removeAll(OrganizationId organization) {
    rows.removeSome(row -> row.organizationId().equals(organization), Integer.MAX_VALUE);
  }
}
