package dev.latchkey.server;

import dev.latchkey.adapter.persistence.Storage;
import dev.latchkey.application.housekeeping.CleanUp;
import dev.latchkey.domain.session.SessionRules;
import dev.latchkey.server.work.HousekeepingWorker;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** How what is over is removed. */
@Dependent
public final class Housekeeping {
  @Produces
  @Singleton
  static CleanUp cleanUp(Storage storage, SessionRules rules, InstantSource clock) {
    return new CleanUp(storage.jobLeases(), storage.leftovers(), rules, clock);
  }

  @Produces
  @Singleton
  static HousekeepingWorker housekeepingWorker(CleanUp cleanUp) {
    return new HousekeepingWorker(cleanUp);
  }

  static void stop(@Disposes HousekeepingWorker worker) {
    worker.close();
  }

  static void start(@Observes Startup startup, HousekeepingWorker worker) {
    worker.start();
  }
}
