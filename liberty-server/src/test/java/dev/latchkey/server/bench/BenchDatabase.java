package dev.latchkey.server.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/** An empty PostgreSQL as the trial brings it: same binaries, same settings. It counts statements. */
final class BenchDatabase implements AutoCloseable {
  private final EmbeddedPostgres server;
  private final Path data;

  private BenchDatabase(EmbeddedPostgres server, Path data) {
    this.server = server;
    this.data = data;
  }

  static BenchDatabase start(Path folder) {
    Path data = folder.resolve("postgres");
    Redirect log = Redirect.appendTo(folder.resolve("postgres.txt").toFile());
    try {
      return new BenchDatabase(EmbeddedPostgres.builder()
          .setDataDirectory(data)
          .setOutputRedirector(log)
          .setErrorRedirector(log)
          .setLocaleConfig("locale", "C")
          .setLocaleConfig("locale-provider", "builtin")
          .setLocaleConfig("builtin-locale", "C.UTF-8")
          .setServerConfig("fsync", "on")
          .setServerConfig("synchronous_commit", "on")
          .setServerConfig("max_connections", "100")
          .setServerConfig("shared_preload_libraries", "pg_stat_statements")
          .start(), data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String url() {
    return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
  }

  String user() {
    return "postgres";
  }

  String password() {
    return "none-needed";
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(url(), user(), password());
  }

  /** The process that all others of it are children of. */
  ProcessHandle postmaster() {
    try {
      long pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip());
      return ProcessHandle.of(pid).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Counts the statements that {@code work} causes, and tells each with its count. */
  StatementCount count(Runnable work) throws SQLException {
    try (Connection connection = connect(); Statement statement = connection.createStatement()) {
      statement.execute("CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
      statement.execute("SELECT pg_stat_statements_reset()");
      work.run();
      long sum = 0;
      StringBuilder text = new StringBuilder();
      try (ResultSet rows = statement.executeQuery("""
          SELECT calls, mean_exec_time, query FROM pg_stat_statements
          WHERE query NOT LIKE '%pg_stat_statements%' ORDER BY calls DESC""")) {
        while (rows.next()) {
          sum += rows.getLong(1);
          text.append(String.format(Locale.ROOT, "%d times, %.3f ms each: %s%n%n", rows.getLong(1), rows.getDouble(2),
              rows.getString(3)));
        }
      }
      return new StatementCount(sum, text.toString());
    }
  }

  record StatementCount(long statements, String text) {}

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
