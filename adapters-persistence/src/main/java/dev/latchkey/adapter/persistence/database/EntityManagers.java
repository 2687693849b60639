package dev.latchkey.adapter.persistence.database;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Entity managers of the shipped persistence unit over one data source.
 *
 * <p>EclipseLink connects when the first one is asked for, and if the database is away just then, its factory is broken
 * for good. It is replaced then, so that a node that was up before its database finds its way.
 */
final class EntityManagers implements AutoCloseable {
  private final Supplier<EntityManagerFactory> factories;
  private final AtomicReference<EntityManagerFactory> current;

  EntityManagers(DataSource database) {
    factories = () -> Persistence.createEntityManagerFactory("latchkey",
        Map.of("jakarta.persistence.nonJtaDataSource", database));
    current = new AtomicReference<>(factories.get());
  }

  EntityManager open() {
    EntityManagerFactory factory = current.get();
    try {
      return factory.createEntityManager();
    } catch (RuntimeException e) {
      current.compareAndSet(factory, factories.get());
      throw Failures.of(e);
    }
  }

  @Override
  public void close() {
    current.get().close();
  }
}
