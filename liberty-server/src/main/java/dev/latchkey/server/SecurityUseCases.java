package dev.latchkey.server;

import dev.latchkey.adapter.persistence.Storage;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.organization.Entrance;
import dev.latchkey.application.paging.Paging;
import dev.latchkey.application.policy.BreakGlass;
import dev.latchkey.application.policy.ChangeSecurity;
import dev.latchkey.application.policy.PreviewSecurity;
import dev.latchkey.application.policy.ReadSecurity;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What an organization demands of its members. */
@Dependent
public final class SecurityUseCases {

  @Produces
  @Singleton
  static ReadSecurity readSecurity(Entrance entrance) {
    return new ReadSecurity(entrance);
  }

  @Produces
  @Singleton
  static ChangeSecurity changeSecurity(Storage storage, BreakGlass breakGlass, Entrance entrance, AuditTrail audit) {
    return new ChangeSecurity(storage.organizations(), breakGlass, entrance, audit, storage.unitOfWork());
  }

  @Produces
  @Singleton
  static PreviewSecurity previewSecurity(Storage storage, BreakGlass breakGlass, Entrance entrance, Paging paging) {
    return new PreviewSecurity(storage.members(), breakGlass, entrance, paging, storage.unitOfWork());
  }

  @Produces
  @Singleton
  static BreakGlass breakGlass(Storage storage) {
    return new BreakGlass(storage.members(), storage.users());
  }
}
