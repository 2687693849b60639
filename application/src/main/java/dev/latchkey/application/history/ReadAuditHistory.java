package dev.latchkey.application.history;

import dev.latchkey.application.organization.Entrance;
import dev.latchkey.application.paging.Paging;
import dev.latchkey.application.paging.Part;
import dev.latchkey.application.paging.PartRequest;
import dev.latchkey.domain.audit.AuditEventId;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.policy.Actor;
import dev.latchkey.domain.policy.Admission;
import dev.latchkey.domain.policy.Denial;
import dev.latchkey.domain.policy.Permission;
import dev.latchkey.domain.session.SignedIn;

/** Shows owners and admins what happened in their organization, with the rules that decided. */
public final class ReadAuditHistory {
  private final AuditHistory history;
  private final Entrance entrance;
  private final Paging paging;

  public ReadAuditHistory(AuditHistory history, Entrance entrance, Paging paging) {
    this.history = history;
    this.entrance = entrance;
    this.paging = paging;
  }

  /** @throws dev.latchkey.domain.InvalidValue for the field {@code cursor}, if it isn't one of this list */
  public Outcome read(Query query) {
    return switch (entrance.admit(query.actor(), query.organization(), Permission.READ_AUDIT)) {
      case Admission.Admitted admitted -> new Outcome.Found(admitted.place(), read(query, query.filter()));
      case Admission.Denied denied -> new Outcome.Denied(denied.denial());
    };
  }

  private Part<AuditHistory.Recorded> read(Query query, AuditFilter filter) {
    String list = "audit " + query.organization().value() + " " + filter;
    return paging.read(list, query.part(),
        (after, limit) -> history.of(query.organization(), filter, after.map(AuditEventId::new), limit),
        recorded -> recorded.event().id().value());
  }

  /** Which part of which history, and who wants to see it. */
  public record Query(Actor actor, OrganizationId organization, AuditFilter filter, PartRequest part) {}

  /** What came of it. */
  public sealed interface Outcome {
    record Found(SignedIn.Place place, Part<AuditHistory.Recorded> events) implements Outcome {}

    record Denied(Denial denial) implements Outcome {}
  }
}
