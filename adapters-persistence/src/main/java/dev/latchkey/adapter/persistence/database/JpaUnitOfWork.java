package dev.latchkey.adapter.persistence.database;

import dev.latchkey.application.UnitOfWork;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityTransaction;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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

  private final UnitConnections connections;
  private final EntityManagers entityManagers;
  /** Not static: two databases in one process must not join each other's units. */
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<@Nullable Unit> running = new ThreadLocal<>();

  /** The database may be away for now; the data source stays its owner's to close. */
  public JpaUnitOfWork(DataSource database) {
    connections = new UnitConnections(database);
    entityManagers = new EntityManagers(connections);
  }

  @Override
  public <T> T run(Supplier<T> work) {
    Unit joined = running.get();
    return joined == null ? Attempts.untilItWins(() -> begin(work)) : join(joined.entities(), work);
  }

  /** Reads entities in the running unit of work or, outside of one, in one of its own. */
  public <T> T read(Function<EntityManager, T> query) {
    // Never without a transaction: there EclipseLink would repeat a query for many seconds while the database is away.
    return run(() -> query.apply(Objects.requireNonNull(running.get()).entities()));
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
    return Optional.ofNullable(running.get()).map(unit -> unit.entities().unwrap(Connection.class));
  }

  /**
   * Does something once the running unit of work is committed, and not at all if it isn't; at once outside of one, where
   * every statement is committed by itself.
   *
   * @param action neither fails nor uses the database: what is committed stands, and its connection is still taken
   */
  public void afterCommit(Runnable action) {
    Optional.ofNullable(running.get()).ifPresentOrElse(unit -> unit.afterwards().add(action), action);
  }

  @Override
  public void close() {
    entityManagers.close();
  }

  private <T> T begin(Supplier<T> work) {
    connections.take();
    try (EntityManager entities = entityManagers.open()) {
      return commit(entities, work);
    } catch (RuntimeException e) {
      throw Failures.of(e);
    } finally {
      running.remove();
      connections.giveBack();
    }
  }

  private <T> T commit(EntityManager entities, Supplier<T> work) {
    EntityTransaction transaction = entities.getTransaction();
    transaction.begin();
    try {
      // Asking for the connection now makes reads use it too; EclipseLink would otherwise read without a transaction
      // until the first write.
      entities.unwrap(Connection.class);
      Unit unit = new Unit(entities, new ArrayList<>());
      running.set(unit);
      T result = work.get();
      transaction.commit();
      unit.afterwards().forEach(Runnable::run);
      return result;
    } finally {
      rollBackIfActive(transaction);
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

  private static void rollBackIfActive(EntityTransaction transaction) {
    try {
      if (transaction.isActive()) {
        transaction.rollback();
      }
    } catch (RuntimeException e) {
      // The database rolls back by itself what lost its connection; what went wrong before is the better message.
      LOG.log(System.Logger.Level.DEBUG, "Could not roll back", e);
    }
  }

  private record Unit(EntityManager entities, List<Runnable> afterwards) {}
}
