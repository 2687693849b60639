package dev.latchkey.adapter.persistence.database;

import dev.latchkey.application.Unavailable;
import dev.latchkey.application.UnitOfWork;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityTransaction;
import java.sql.Connection;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A transaction per unit of work, bound to the thread that runs it; a unit inside another one joins it. Entities and
 * plain SQL share its one connection.
 */
public final class JpaUnitOfWork implements UnitOfWork, AutoCloseable {
  private static final System.Logger LOG = System.getLogger(JpaUnitOfWork.class.getName());
  private static final int ATTEMPTS = 8;
  private static final int FIRST_PAUSE_MILLIS = 4;

  private final EntityManagers entityManagers;
  /** Not static: two databases in one process must not join each other's units. */
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<@Nullable EntityManager> running = new ThreadLocal<>();

  /** The database may be away for now; the data source stays its owner's to close. */
  public JpaUnitOfWork(DataSource database) {
    entityManagers = new EntityManagers(database);
  }

  @Override
  public <T> T run(Supplier<T> work) {
    EntityManager joined = running.get();
    if (joined != null) {
      return join(joined, work);
    }
    for (int attempt = 1;; attempt++) {
      try {
        return begin(work);
      } catch (Conflict e) {
        if (attempt == ATTEMPTS) {
          throw new Unavailable("database", Failures.RETRY_AFTER, e);
        }
        pause(attempt);
      }
    }
  }

  /** Reads entities in the running unit of work or, outside of one, in one of its own. */
  public <T> T read(Function<EntityManager, T> query) {
    // Never without a transaction: there EclipseLink would repeat a query for many seconds while the database is away.
    return run(() -> query.apply(Objects.requireNonNull(running.get())));
  }

  /** Changes entities and sends the change to the database at once, so that later statements build on it. */
  public void write(Consumer<EntityManager> change) {
    read(entities -> {
      change.accept(entities);
      entities.flush();
      return entities;
    });
  }

  /** The connection of the running unit of work. */
  Optional<Connection> connection() {
    return Optional.ofNullable(running.get()).map(entities -> entities.unwrap(Connection.class));
  }

  @Override
  public void close() {
    entityManagers.close();
  }

  private <T> T begin(Supplier<T> work) {
    EntityManager entities = entityManagers.open();
    EntityTransaction transaction = entities.getTransaction();
    running.set(entities);
    try {
      transaction.begin();
      // Asking for the connection now makes reads use it too; EclipseLink would otherwise read through another one
      // until the first write.
      entities.unwrap(Connection.class);
      T result = work.get();
      transaction.commit();
      return result;
    } catch (RuntimeException e) {
      throw Failures.of(e);
    } finally {
      running.remove();
      close(entities);
    }
  }

  /** A step that threw spoils the whole unit, even if somebody catches the exception: half of it may be written. */
  private static <T> T join(EntityManager entities, Supplier<T> work) {
    boolean completed = false;
    try {
      T result = work.get();
      completed = true;
      return result;
    } finally {
      if (!completed) {
        entities.getTransaction().setRollbackOnly();
      }
    }
  }

  private static void close(EntityManager entities) {
    try {
      if (entities.getTransaction().isActive()) {
        entities.getTransaction().rollback();
      }
      entities.close();
    } catch (RuntimeException e) {
      // The database rolls back by itself what lost its connection; what went wrong before is the better message.
      LOG.log(System.Logger.Level.DEBUG, "Could not roll back", e);
    }
  }

  /** Different for each, so that those who collided don't collide again. */
  private static void pause(int attempt) {
    try {
      Thread.sleep(ThreadLocalRandom.current().nextLong(1, (long) FIRST_PAUSE_MILLIS << attempt));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable("database", Failures.RETRY_AFTER, e);
    }
  }
}
