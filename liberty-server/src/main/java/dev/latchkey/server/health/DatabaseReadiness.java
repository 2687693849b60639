package dev.latchkey.server.health;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Ready while the database answers: without it no request can be served. It says nothing about liveness, as a restart of
 * this node brings no database back.
 */
final class DatabaseReadiness implements HealthCheck {
  private static final int SECONDS = 2;

  private final DataSource database;

  DatabaseReadiness(DataSource database) {
    this.database = database;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("database").status(answers()).build();
  }

  private boolean answers() {
    try (Connection connection = database.getConnection()) {
      return connection.isValid(SECONDS);
    } catch (SQLException e) {
      return false;
    }
  }
}
