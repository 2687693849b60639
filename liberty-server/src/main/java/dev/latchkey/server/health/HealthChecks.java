package dev.latchkey.server.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.Readiness;

/** What {@code /health} asks. */
@Dependent
public final class HealthChecks {

  // One for all: the runtime looks the checks up at every call.
  @Produces
  @ApplicationScoped
  @Readiness
  static HealthCheck database(DataSource database) {
    return new DatabaseReadiness(database);
  }
}
