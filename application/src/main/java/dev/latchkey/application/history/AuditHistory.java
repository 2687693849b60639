package dev.latchkey.application.history;

import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.PersonName;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.AuditEventId;
import dev.latchkey.domain.organization.OrganizationId;
import java.util.List;
import java.util.Optional;

/** What happened in a tenant, and in the accounts of its members as far as that concerns it. */
public interface AuditHistory {
  /**
   * A part of a tenant's history, newest first: what is marked with it, and what
   * {@link dev.latchkey.domain.audit.AuditConcern} said concerned it at the time.
   *
   * @param before the event that the part before ended with; absent for the first
   */
  List<Recorded> of(OrganizationId organization, AuditFilter filter, Optional<AuditEventId> before, int limit);

  /** @param who did it, as they are called now, while they are a member in whatever status: what becomes of people
   *        afterwards is not the tenant's business. Absent also if nobody known did */
  record Recorded(AuditEvent event, Optional<Who> who) {}

  /** A person as they are called now. */
  record Who(PersonName name, EmailAddress email) {}
}
