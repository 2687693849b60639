package dev.latchkey.server.e2e;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** An empty PostgreSQL beside the servers under test, for several nodes on one database. Gone when closed. */
public final class TestDatabase implements Tables, AutoCloseable {
  private final EmbeddedPostgres.Builder builder;
  private final int port;
  private EmbeddedPostgres server;

  private TestDatabase(EmbeddedPostgres.Builder builder) {
    port = LatchkeyProcess.freePort();
    this.builder = builder.setPort(port).setServerConfig("shared_preload_libraries", "pg_stat_statements");
    server = start(this.builder);
  }

  public static TestDatabase start() {
    return new TestDatabase(EmbeddedPostgres.builder());
  }

  /**
   * A database that can be stopped and started again.
   *
   * @param folder for its data, left behind when it is closed
   */
  static TestDatabase startIn(Path folder) {
    return new TestDatabase(EmbeddedPostgres.builder().setDataDirectory(folder).setCleanDataDirectory(false));
  }

  private static EmbeddedPostgres start(EmbeddedPostgres.Builder builder) {
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void startAgain() {
    server = start(builder);
  }

  void stop() {
    close();
  }

  public String url() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
  }

  public String user() {
    return "postgres";
  }

  public String password() {
    return "none-needed";
  }

  @Override
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url(), user(), password());
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
