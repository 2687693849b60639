package dev.latchkey.server;

import dev.latchkey.adapter.persistence.Storage;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.history.ReadAuditHistory;
import dev.latchkey.application.organization.Entrance;
import dev.latchkey.application.organization.ReadOrganization;
import dev.latchkey.application.organization.RenameOrganization;
import dev.latchkey.application.paging.Paging;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** What people can do in an organization as a whole. */
@Dependent
public final class OrganizationUseCases {

  @Produces
  @Singleton
  static ReadOrganization readOrganization(Entrance entrance) {
    return new ReadOrganization(entrance);
  }

  @Produces
  @Singleton
  static RenameOrganization renameOrganization(Storage storage, Entrance entrance, AuditTrail audit) {
    return new RenameOrganization(storage.organizations(), entrance, audit, storage.unitOfWork());
  }

  @Produces
  @Singleton
  static ReadAuditHistory readAuditHistory(Storage storage, Entrance entrance, Paging paging) {
    return new ReadAuditHistory(storage.auditHistory(), entrance, paging);
  }

  // What all use cases of organizations share.

  @Produces
  @Singleton
  static Entrance entrance(Storage storage, InstantSource clock) {
    return new Entrance(storage.memberships(), clock);
  }

  @Produces
  @Singleton
  static Paging paging(Storage storage) {
    return new Paging(storage.cursors());
  }
}
