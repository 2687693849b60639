package dev.latchkey.application.memory;

import dev.latchkey.application.sso.SocialIdentities;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.social.SocialIdentity;
import dev.latchkey.domain.social.SocialProvider;
import dev.latchkey.domain.sso.FederatedSubject;
import dev.latchkey.domain.sso.IdentityId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** {@link SocialIdentities} in memory. */
public final class InMemorySocialIdentities implements SocialIdentities {
  private final Table<IdentityId, SocialIdentity> rows;

  InMemorySocialIdentities(InMemoryDatabase database) {
    rows = database.table();
  }

  @Override
  public Optional<SocialIdentity> find(SocialProvider provider, FederatedSubject subject) {
    return rows.findFirst(row -> row.provider() == provider && row.subject().equals(subject));
  }

  @Override
  public List<SocialIdentity> of(UserId user) {
    return rows.all().stream().filter(row -> row.userId().equals(user))
        .sorted(Comparator.comparing(SocialIdentity::linkedAt)).toList();
  }

  @Override
  public void add(SocialIdentity identity) {
    rows.add(identity.id(), identity,
        other -> other.provider() == identity.provider() && other.subject().equals(identity.subject()));
  }

  @Override
  public void noteUse(SocialIdentity identity) {
    rows.change(identity.id(), before -> before.usedAt(identity.lastUsedAt().orElseThrow(), identity.email()));
  }

  @Override
  public boolean remove(UserId user, IdentityId id) {
    return rows.find(id).filter(row -> row.userId().equals(user)).isPresent() && rows.remove(id);
  }
}
