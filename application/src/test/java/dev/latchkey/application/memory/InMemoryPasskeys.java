package dev.latchkey.application.memory;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.passkey.Passkeys;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.passkey.CredentialId;
import dev.latchkey.domain.passkey.Passkey;
import dev.latchkey.domain.passkey.PasskeyId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** {@link Passkeys} in memory; the one lock of the database is also that of every row. */
public final class InMemoryPasskeys implements Passkeys {
  private final UnitOfWork unitOfWork;
  private final Table<PasskeyId, Passkey> rows;

  public InMemoryPasskeys(InMemoryDatabase database) {
    unitOfWork = database;
    rows = database.table();
  }

  @Override
  public List<Passkey> of(UserId user) {
    return rows.all().stream().filter(passkey -> passkey.user().equals(user))
        .sorted(Comparator.comparing(Passkey::createdAt)).toList();
  }

  @Override
  public Addition add(Passkey passkey) {
    return unitOfWork.run(() -> {
      if (of(passkey.user()).size() >= Passkey.MOST_PER_PERSON) {
        return Addition.TOO_MANY;
      }
      if (lock(passkey.credential()).isPresent()) {
        return Addition.CREDENTIAL_KNOWN;
      }
      rows.put(passkey.id(), passkey);
      return Addition.ADDED;
    });
  }

  @Override
  public Optional<Passkey> lock(CredentialId credential) {
    return rows.findFirst(passkey -> passkey.credential().equals(credential));
  }

  @Override
  public void save(Passkey passkey) {
    rows.change(passkey.id(), before -> passkey);
  }

  @Override
  public boolean remove(UserId user, PasskeyId id) {
    return unitOfWork.run(() -> rows.find(id).filter(passkey -> passkey.user().equals(user)).isPresent()
        && rows.remove(id));
  }
}
