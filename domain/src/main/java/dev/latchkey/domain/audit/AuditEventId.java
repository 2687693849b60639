package dev.latchkey.domain.audit;

import dev.latchkey.domain.Ulid;

/** A recorded fact. */
public record AuditEventId(String value) {
  public AuditEventId {
    Ulid.require("auditEventId", value);
  }
}
