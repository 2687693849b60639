package dev.latchkey.application.audit;

import dev.latchkey.application.Ids;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.AuditEventId;
import dev.latchkey.domain.audit.AuditOutcome;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.policy.Reason;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes facts with their id and time. Call it inside the unit of work that makes the fact true. */
public final class AuditTrail {
  private final AuditLog log;
  private final Ids ids;
  private final InstantSource clock;

  public AuditTrail(AuditLog log, Ids ids, InstantSource clock) {
    this.log = log;
    this.ids = ids;
    this.clock = clock;
  }

  public void append(Entry entry) {
    log.append(new AuditEvent(new AuditEventId(ids.next()), clock.instant(), entry.action, entry.outcome, entry.origin,
        entry.actor, entry.organization, entry.chain, entry.details));
  }

  /** What is to be written. */
  public record Entry(AuditAction action, AuditOutcome outcome, Origin origin, Optional<UserId> actor,
      Optional<OrganizationId> organization, List<Reason> chain, Map<String, String> details) {

    public static Entry success(AuditAction action, Origin origin) {
      return new Entry(action, AuditOutcome.SUCCESS, origin, Optional.empty(), Optional.empty(), List.of(), Map.of());
    }

    public static Entry refused(AuditAction action, Origin origin) {
      return new Entry(action, AuditOutcome.REFUSED, origin, Optional.empty(), Optional.empty(), List.of(), Map.of());
    }

    public Entry by(UserId who) {
      return new Entry(action, outcome, origin, Optional.of(who), organization, chain, details);
    }

    public Entry by(Optional<UserId> who) {
      return new Entry(action, outcome, origin, who, organization, chain, details);
    }

    public Entry in(OrganizationId where) {
      return new Entry(action, outcome, origin, actor, Optional.of(where), chain, details);
    }

    public Entry because(List<Reason> rules) {
      return new Entry(action, outcome, origin, actor, organization, rules, details);
    }

    public Entry with(Map<String, String> facts) {
      return new Entry(action, outcome, origin, actor, organization, chain, facts);
    }
  }
}
