package dev.latchkey.server;

import dev.latchkey.adapter.persistence.Storage;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.organization.Entrance;
import dev.latchkey.application.sso.ChangeCallback;
import dev.latchkey.application.sso.ChangeJit;
import dev.latchkey.application.sso.ConnectSso;
import dev.latchkey.application.sso.DisconnectSso;
import dev.latchkey.application.sso.ReadSso;
import dev.latchkey.application.sso.RelyingParty;
import dev.latchkey.application.sso.SsoChanges;
import dev.latchkey.application.sso.TestSso;
import dev.latchkey.domain.sso.IssuerRule;
import dev.latchkey.server.settings.Settings;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** An organization's identity provider: naming it, trying it, and what becomes of people who are new there. */
@Dependent
public final class SsoSettingsUseCases {

  @Produces
  @Singleton
  static ReadSso readSso(Storage storage, Entrance entrance) {
    return new ReadSso(storage.ssoConnections(), storage.justInTime(), entrance);
  }

  @Produces
  @Singleton
  static ConnectSso connectSso(Storage storage, SsoChanges changes, InstantSource clock,
      Settings settings) {
    return new ConnectSso(storage.ssoConnections(), storage.organizations(),
        new IssuerRule(settings.outbound()), changes, storage.unitOfWork(), clock);
  }

  @Produces
  @Singleton
  static DisconnectSso disconnectSso(Storage storage, SsoChanges changes) {
    return new DisconnectSso(storage.ssoConnections(), storage.organizations(), changes, storage.unitOfWork());
  }

  @Produces
  @Singleton
  static ChangeCallback changeCallback(Storage storage, SsoChanges changes, InstantSource clock) {
    return new ChangeCallback(storage.ssoConnections(), changes, storage.unitOfWork(), clock);
  }

  @Produces
  @Singleton
  static TestSso testSso(Storage storage, RelyingParty relyingParty, Entrance entrance) {
    return new TestSso(storage.ssoConnections(), relyingParty, entrance);
  }

  @Produces
  @Singleton
  static ChangeJit changeJit(Storage storage, Entrance entrance, AuditTrail audit) {
    return new ChangeJit(storage.justInTime(), entrance, audit, storage.unitOfWork());
  }

  @Produces
  @Singleton
  static SsoChanges ssoChanges(Storage storage, Entrance entrance, AuditTrail audit) {
    return new SsoChanges(storage.owners(), entrance, audit);
  }
}
