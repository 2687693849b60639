package dev.latchkey.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.latchkey.adapter.persistence.database.Databases;
import dev.latchkey.adapter.persistence.migration.Migrations;
import dev.latchkey.adapter.persistence.vault.KeyRing;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/** A migrated database of its own in the one PostgreSQL of this test run, behind the pool that is shipped. */
public final class TestDatabase {
  private static final String USER = "postgres";
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final String url;
  private final HikariDataSource pool;
  private final StoredPorts ports;

  private TestDatabase(String url) {
    this.url = url;
    pool = pool(8);
    new Migrations(pool).apply();
    ports = new StoredPorts(Storage.over(pool, KeyRing.fresh()), pool);
  }

  public static TestDatabase create() {
    String name = "test" + COUNT.incrementAndGet();
    try (Connection connection = Server.RUNNING.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
      return new TestDatabase(Server.RUNNING.getJdbcUrl(USER, name));
    } catch (SQLException e) {
      throw new AssertionError("No database for this test", e);
    }
  }

  /** The shipped adapters. */
  public StoredPorts ports() {
    return ports;
  }

  public HikariDataSource pool() {
    return pool;
  }

  /** Another pool on the same database. */
  public HikariDataSource pool(int size) {
    return Databases.pool(url, USER, "", size);
  }

  /** Runs a statement as the owner of the schema, past every adapter. */
  public void execute(String sql) throws SQLException {
    try (Connection connection = pool.getConnection(); Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Returns as soon as a unit of work waits for another one. */
  public void awaitSomebodyWaiting() {
    Instant deadline = Instant.now().plusSeconds(20);
    while (!somebodyWaits()) {
      assertThat(Instant.now()).as("nobody waits for anybody").isBefore(deadline);
      Thread.onSpinWait();
    }
  }

  private boolean somebodyWaits() {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("""
            SELECT count(*) FROM pg_stat_activity
            WHERE datname = current_database() AND wait_event_type = 'Lock'""")) {
      return rows.next() && rows.getInt(1) > 0;
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** Started at first use; ends with the test run. */
  private static final class Server {
    static final EmbeddedPostgres RUNNING = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder().setOutputRedirector(Redirect.DISCARD).setErrorRedirector(Redirect.DISCARD)
            .start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
