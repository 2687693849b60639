package dev.latchkey.application.memory;

import dev.latchkey.application.audit.AuditLog;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.AuditEventId;
import java.time.Instant;
import java.util.List;

/** {@link AuditLog} in memory. */
public final class InMemoryAuditLog implements AuditLog {
  private final Table<AuditEventId, AuditEvent> rows;

  public InMemoryAuditLog(InMemoryDatabase database) {
    rows = database.table();
  }

  @Override
  public void append(AuditEvent event) {
    rows.add(event.id(), event, other -> false);
  }

  /** Everything that was written, oldest first. */
  public List<AuditEvent> events() {
    return rows.all();
  }

  int removeOutdated(Instant before, int atMost) {
    return rows.removeSome(event -> event.at().isBefore(before), atMost);
  }
}
