package dev.latchkey.server.launch;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;

/**
 * A PostgreSQL of our own for trials: real binaries, run as a child process, on a port of loopback that is kept from one
 * start to the next, with a password. What was committed survives the death of either process.
 */
final class EmbeddedDatabase implements AutoCloseable {
  private static final String ROLE = "latchkey";

  private final EmbeddedPostgres server;
  private final String password;

  private EmbeddedDatabase(EmbeddedPostgres server, String password) {
    this.server = server;
    this.password = password;
  }

  /**
   * @param folder for what is stored
   * @param binaries where PostgreSQL is unpacked, unless it is already; private to this user, since the library that
   *        unpacks them leaves them open to everyone
   */
  static EmbeddedDatabase start(Path folder, Path binaries) {
    try {
      DatabaseFolder files = new DatabaseFolder(folder);
      files.stopLeftOver();
      boolean fresh = files.discardUnfinished();
      String password = files.password();
      EmbeddedPostgres server = server(files, binaries, password);
      try {
        if (fresh) {
          createDatabase(server, password);
          files.finished();
        }
        return new EmbeddedDatabase(server, password);
      } catch (IOException | SQLException e) {
        server.close();
        throw e;
      }
    } catch (IOException | SQLException | IllegalStateException | ExceptionInInitializerError e) {
      throw LaunchFailure.because("the embedded database does not start, see " + folder.resolve("start.log"), e);
    }
  }

  private static EmbeddedPostgres server(DatabaseFolder files, Path binaries, String password) throws IOException {
    Redirect log = Redirect.to(files.startLog().toFile());
    return EmbeddedPostgres.builder()
        .setOverrideWorkingDirectory(binaries.toFile())
        .setDataDirectory(files.data())
        .setCleanDataDirectory(false)
        .setRegisterShutdownHook(false)
        .setPort(files.port())
        .setPGStartupWait(Duration.ofSeconds(60))
        .setOutputRedirector(log)
        .setErrorRedirector(log)
        // These go to initdb as options, behind the library's own, which would trust everyone on this machine.
        .setLocaleConfig("auth", "scram-sha-256")
        .setLocaleConfig("pwfile", files.passwordFile().toString())
        .setLocaleConfig("locale", "C")
        .setLocaleConfig("locale-provider", "builtin")
        .setLocaleConfig("builtin-locale", "C.UTF-8")
        .setConnectConfig("password", password)
        // The library is made for tests and gives durability away.
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("max_connections", "100")
        .setServerConfig("listen_addresses", "127.0.0.1")
        .setServerConfig("unix_socket_directories", "")
        .setServerConfig("logging_collector", "on")
        .setServerConfig("log_filename", "postgresql-%a.log")
        .setServerConfig("log_truncate_on_rotation", "on")
        .start();
  }

  private static void createDatabase(EmbeddedPostgres server, String password) throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      // The password is hexadecimal.
      statement.execute("create role " + ROLE + " login password '" + password + "'");
      statement.execute("create database latchkey owner " + ROLE);
    }
  }

  String url() {
    return String.format(Locale.ROOT, "jdbc:postgresql://127.0.0.1:%d/latchkey", server.getPort());
  }

  String user() {
    return ROLE;
  }

  String password() {
    return password;
  }

  /** Returns when everything is written and no connection is left. */
  @Override
  public void close() throws IOException {
    server.close();
  }
}
