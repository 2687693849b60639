package dev.latchkey.application.memory;

import dev.latchkey.application.sso.FederatedIdentities;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.sso.FederatedIdentity;
import dev.latchkey.domain.sso.FederatedSubject;
import dev.latchkey.domain.sso.IdentityId;
import java.util.List;
import java.util.Optional;

/** {@link FederatedIdentities} in memory. */
public final class InMemoryFederatedIdentities implements FederatedIdentities {
  private final Table<IdentityId, FederatedIdentity> rows;

  public InMemoryFederatedIdentities(InMemoryDatabase database) {
    rows = database.table();
  }

  @Override
  public Optional<FederatedIdentity> find(OrganizationId organization, FederatedSubject subject) {
    return rows.findFirst(row -> row.organizationId().equals(organization) && row.subject().equals(subject));
  }

  @Override
  public List<FederatedIdentity> of(UserId user) {
    return rows.all().stream().filter(row -> row.userId().equals(user)).toList();
  }

  @Override
  public void add(FederatedIdentity identity) {
    rows.add(identity.id(), identity, other -> other.organizationId().equals(identity.organizationId())
        && other.subject().equals(identity.subject()));
  }

  @Override
  public void noteUse(FederatedIdentity identity) {
    rows.change(identity.id(), before -> identity);
  }

  @Override
  public boolean remove(UserId user, IdentityId id) {
    return rows.find(id).filter(row -> row.userId().equals(user)).isPresent() && rows.remove(id);
  }
}
