package dev.latchkey.application.memory;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.mfa.RecoveryCodes;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.session.TokenHash;
import java.util.List;
import java.util.Set;

/** {@link RecoveryCodes} in memory. */
public final class InMemoryRecoveryCodes implements RecoveryCodes {
  private final UnitOfWork unitOfWork;
  private final Table<UserId, Set<TokenHash>> rows;

  public InMemoryRecoveryCodes(InMemoryDatabase database) {
    unitOfWork = database;
    rows = database.table();
  }

  @Override
  public void replace(UserId user, List<TokenHash> hashes) {
    rows.put(user, Set.copyOf(hashes));
  }

  @Override
  public boolean take(UserId user, TokenHash hash) {
    return unitOfWork.run(() -> {
      List<TokenHash> rest = codes(user).stream().filter(other -> !other.equals(hash)).toList();
      boolean found = rest.size() < codes(user).size();
      replace(user, rest);
      return found;
    });
  }

  @Override
  public int remaining(UserId user) {
    return codes(user).size();
  }

  private Set<TokenHash> codes(UserId user) {
    return rows.find(user).orElse(Set.of());
  }
}
