package dev.latchkey.application.memory;

import dev.latchkey.application.account.Users;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.account.UserId;
import java.util.Optional;

/** {@link Users} in memory. */
public final class InMemoryUsers implements Users {
  private final Table<UserId, User> rows;
  private Runnable meanwhile = () -> {};

  public InMemoryUsers(InMemoryDatabase database) {
    rows = database.table();
  }

  @Override
  public Optional<User> find(UserId id) {
    return rows.find(id);
  }

  @Override
  public Optional<User> findByEmail(EmailAddress email) {
    return rows.findFirst(user -> user.email().equals(email));
  }

  @Override
  public void add(User user) {
    rows.add(user.id(), user, other -> other.email().equals(user.email()));
  }

  @Override
  public void save(User user) {
    boolean free = findByEmail(user.email()).filter(other -> !other.id().equals(user.id())).isEmpty();
    rows.replace(user.id(), stored -> free && stored.version() == user.version(),
        new User(user.id(), user.email(), user.name(), user.locale(), user.password(), user.mfaEnrolled(),
            user.createdAt(), user.version() + 1));
  }

  /** What others do while the next one waits for an account. */
  public void meanwhile(Runnable deed) {
    meanwhile = deed;
  }

  @Override
  public void hold(UserId id) {
    // Nobody else is at work before this unit ends, except who was told to be.
    Runnable others = meanwhile;
    meanwhile = () -> {};
    others.run();
  }

  @Override
  public void remove(UserId id) {
    rows.remove(id);
  }
}
