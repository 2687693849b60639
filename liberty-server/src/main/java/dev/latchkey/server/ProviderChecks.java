package dev.latchkey.server;

import dev.latchkey.adapter.persistence.Storage;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.federation.CheckProviderSessions;
import dev.latchkey.application.federation.VouchedSessions;
import dev.latchkey.application.sso.RelyingParty;
import dev.latchkey.server.settings.Settings;
import dev.latchkey.server.work.ProviderCheckWorker;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;

/** How sessions are checked at the identity providers that vouched for them. */
@Dependent
public final class ProviderChecks {
  @Produces
  @Singleton
  static CheckProviderSessions checkProviderSessions(Storage storage, RelyingParty relyingParty, AuditTrail audit,
      Settings settings, InstantSource clock) {
    // Switched off, nothing is ever due: see SsoDoor.
    return new CheckProviderSessions(storage.providerSessions(), storage.ssoConnections(), relyingParty,
        storage.shownProofs(),
        new VouchedSessions(storage.ownSessions(), storage.shownProofs(), storage.providerSessions()), audit,
        storage.unitOfWork(),
        settings.ssoCheckedEvery().orElse(Duration.ofDays(1)), clock);
  }

  @Produces
  @Singleton
  static ProviderCheckWorker providerCheckWorker(CheckProviderSessions check) {
    return new ProviderCheckWorker(check);
  }

  static void stop(@Disposes ProviderCheckWorker worker) {
    worker.close();
  }

  static void start(@Observes Startup startup, ProviderCheckWorker worker, Settings settings) {
    if (settings.ssoCheckedEvery().isPresent()) {
      worker.start();
    }
  }
}
