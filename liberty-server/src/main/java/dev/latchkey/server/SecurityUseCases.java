package dev.latchkey.server;

import dev.latchkey.adapter.persistence.Storage;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.mail.MailDispatch;
import dev.latchkey.application.organization.Entrance;
import dev.latchkey.application.paging.Paging;
import dev.latchkey.application.policy.BreakGlassAlarm;
import dev.latchkey.application.policy.ChangeSecurity;
import dev.latchkey.application.policy.PreviewSecurity;
import dev.latchkey.application.policy.ReadSecurity;
import dev.latchkey.application.policy.Readiness;
import dev.latchkey.application.policy.Standings;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** What an organization demands of its members. */
@Dependent
public final class SecurityUseCases {

  @Produces
  @Singleton
  static ReadSecurity readSecurity(Readiness readiness, Entrance entrance) {
    return new ReadSecurity(readiness, entrance);
  }

  @Produces
  @Singleton
  static ChangeSecurity changeSecurity(Storage storage, Readiness readiness, Entrance entrance, AuditTrail audit) {
    return new ChangeSecurity(storage.organizations(), readiness, entrance, audit, storage.unitOfWork());
  }

  @Produces
  @Singleton
  static PreviewSecurity previewSecurity(Storage storage, Readiness readiness, Standings standings, Entrance entrance,
      Paging paging) {
    return new PreviewSecurity(storage.members(), storage.owners(), readiness, standings, entrance, paging,
        storage.unitOfWork());
  }

  // What several of them share.

  @Produces
  @Singleton
  static Readiness readiness(Storage storage, InstantSource clock) {
    return new Readiness(storage.verifiedDomains(), storage.ssoConnections(), storage.owners(), clock);
  }

  @Produces
  @Singleton
  static Standings standings(Storage storage, InstantSource clock) {
    return new Standings(storage.verifiedDomains(), clock);
  }

  @Produces
  @Singleton
  static BreakGlassAlarm breakGlassAlarm(Storage storage, MailDispatch mail, AuditTrail audit, InstantSource clock) {
    return new BreakGlassAlarm(storage.members(), storage.users(), mail, audit, clock);
  }
}
