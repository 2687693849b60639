package dev.latchkey.server.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The database that a server under test brought itself, looked at from outside. */
public final class OwnDatabase implements Tables {
  private final String url;
  private final String password;

  private OwnDatabase(String url, String password) {
    this.url = url;
    this.password = password;
  }

  /**
   * @param folder where the server was started
   */
  public static OwnDatabase in(Path folder) throws IOException {
    Path files = folder.resolve("data/postgres");
    String port = Files.readString(files.resolve("port")).strip();
    return new OwnDatabase("jdbc:postgresql://127.0.0.1:" + port + "/latchkey",
        Files.readString(files.resolve("password")).strip());
  }

  @Override
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url, "latchkey", password);
  }

  boolean admits(String otherPassword) {
    try (Connection connection = DriverManager.getConnection(url, "latchkey", otherPassword)) {
      return connection.isValid(5);
    } catch (SQLException e) {
      return false;
    }
  }
}
