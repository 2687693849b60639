package dev.latchkey.application.audit;

import dev.latchkey.domain.audit.AuditEvent;

/** What happened, append-only. */
@FunctionalInterface
public interface AuditLog {
  /** Writes a fact in the running unit of work, so that it stands exactly when what it tells stands. */
  void append(AuditEvent event);
}
