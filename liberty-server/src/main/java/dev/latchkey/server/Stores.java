package dev.latchkey.server;

import com.zaxxer.hikari.HikariDataSource;
import dev.latchkey.adapter.persistence.Storage;
import dev.latchkey.adapter.persistence.database.Databases;
import dev.latchkey.adapter.persistence.vault.KeyRing;
import dev.latchkey.server.settings.Database;
import dev.latchkey.server.settings.Mode;
import dev.latchkey.server.settings.Settings;
import dev.latchkey.server.work.Bell;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The database and what is kept in it. */
@Dependent
public final class Stores {
  /** More connections than this only wait for each other on a database of ordinary size. */
  private static final int CONNECTIONS = 20;

  @Produces
  @Singleton
  static HikariDataSource dataSource(Settings settings) {
    return switch (settings.database()) {
      case Database.External database ->
        Databases.pool(database.url(), database.user(), database.password().value(), CONNECTIONS);
      case Database.Embedded embedded -> throw new IllegalStateException("The launcher did not start the database");
    };
  }

  static void close(@Disposes HikariDataSource dataSource) {
    dataSource.close();
  }

  @Produces
  @Singleton
  static KeyRing keyRing(Settings settings) {
    return settings.mode() == Mode.TRIAL
        ? KeyRing.openOrCreate(settings.keyRing())
        : KeyRing.open(settings.keyRing());
  }

  @Produces
  @Singleton
  static Storage storage(HikariDataSource dataSource, KeyRing keyRing, Bell mailBell) {
    return Storage.over(dataSource, keyRing, mailBell::ring);
  }

  static void close(@Disposes Storage storage) {
    storage.close();
  }
}
