package dev.latchkey.application.memory;

import dev.latchkey.application.signin.PasswordHasher;
import dev.latchkey.domain.account.PasswordHash;
import dev.latchkey.domain.signin.Password;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Hashes in no time and counts how often: equal work is shown by counting, never by a clock. */
public final class FakePasswordHasher implements PasswordHasher {
  private final AtomicInteger hashes = new AtomicInteger();
  private final AtomicInteger cost = new AtomicInteger(1);

  @Override
  public PasswordHash hash(Password password) {
    hashes.incrementAndGet();
    return new PasswordHash("$fake$" + cost.get() + "$" + password.value().hashCode());
  }

  @Override
  public boolean matches(Password password, Optional<PasswordHash> stored) {
    hashes.incrementAndGet();
    return stored.filter(hash -> hash.encoded().endsWith("$" + password.value().hashCode())).isPresent();
  }

  @Override
  public boolean isOutdated(PasswordHash stored) {
    return !stored.encoded().startsWith("$fake$" + cost.get() + "$");
  }

  /** How many hashes were computed so far. */
  public int hashes() {
    return hashes.get();
  }

  /** From now on every hash stored before is outdated. */
  public void becomeStricter() {
    cost.incrementAndGet();
  }
}
