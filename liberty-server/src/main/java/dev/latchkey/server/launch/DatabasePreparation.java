package dev.latchkey.server.launch;

import dev.latchkey.adapter.persistence.migration.Migrations;
import dev.latchkey.server.settings.Database;
import dev.latchkey.server.settings.Secret;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.ds.PGSimpleDataSource;

/** Makes the database ready for the application: starts or reaches it, and brings it to this version's schema. */
final class DatabasePreparation {
  private static final int CONNECT_SECONDS = 10;

  private final Undoing undoing;
  private final DataDirectory data;
  private final Path runtime;

  /** @param runtime the unpacked server, beside which the embedded database is unpacked */
  DatabasePreparation(Undoing undoing, DataDirectory data, Path runtime) {
    this.undoing = undoing;
    this.data = data;
    this.runtime = runtime;
  }

  void prepare(Database setting) {
    try {
      new Migrations(open(setting)).apply();
    } catch (FlywayException e) {
      throw LaunchFailure.because("the database can't be brought to this version's schema", e);
    }
  }

  /** Starts or reaches it, and leaves it as it is. */
  DataSource open(Database setting) {
    return connect(switch (setting) {
      case Database.External external -> external;
      case Database.Embedded embedded -> startEmbedded();
    });
  }

  static PGSimpleDataSource connect(Database.External database) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    try {
      source.setUrl(database.url());
      source.setUser(database.user());
      source.setPassword(database.password().value());
      source.setLoginTimeout(CONNECT_SECONDS);
      source.setConnectTimeout(CONNECT_SECONDS);
      try (Connection connection = source.getConnection()) {
        connection.isValid(CONNECT_SECONDS);
      }
    } catch (SQLException e) {
      throw LaunchFailure.because("LATCHKEY_DB_URL: the database can't be used", e);
    } catch (IllegalArgumentException e) {
      // The driver's message repeats the URL, which may hold a password.
      throw new LaunchFailure("LATCHKEY_DB_URL is no URL that PostgreSQL's driver understands", e);
    }
    return source;
  }

  private Database.External startEmbedded() {
    EmbeddedDatabase embedded = undoing
        .start(() -> EmbeddedDatabase.start(data.folder("postgres"), runtime.resolveSibling("postgres")));
    // The application reads its settings again; to it this is a database like any other.
    System.setProperty("LATCHKEY_DB_URL", embedded.url());
    System.setProperty("LATCHKEY_DB_USER", embedded.user());
    System.setProperty("LATCHKEY_DB_PASSWORD", embedded.password());
    return new Database.External(embedded.url(), embedded.user(), new Secret(embedded.password()));
  }
}
