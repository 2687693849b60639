package dev.latchkey.adapter.persistence.migration;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;

/**
 * Brings a database to the schema this code was written for. Several nodes may call it at once: Flyway lets one work and
 * the others wait. There is no way back; a database newer than this code is left alone.
 */
public final class Migrations {
  private static final String LOCATION = "classpath:db/migration";

  private final DataSource database;

  public Migrations(DataSource database) {
    this.database = database;
  }

  /**
   * Applies what is missing.
   *
   * @return how many migrations this call applied
   * @throws org.flywaydb.core.api.FlywayException if one failed; what came before it stays
   */
  public int apply() {
    MigrateResult result = Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(database)
        .locations(LOCATION)
        .validateMigrationNaming(true)
        // Without it a packaging mistake would end in an empty database and a warning.
        .failOnMissingLocations(true)
        .load()
        .migrate();
    return result.migrationsExecuted;
  }
}
