package dev.latchkey.adapter.persistence.audit;

import dev.latchkey.adapter.persistence.database.Sql;
import dev.latchkey.application.audit.AuditLog;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.audit.AuditConcern;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.policy.Reason;
import java.util.Collection;
import java.util.function.Function;

/**
 * {@link AuditLog} in PostgreSQL. JSON is made by the database, which is to read it, and the
 * organizations concerned are found by it, so that a fact stays one statement.
 */
public final class JdbcAuditLog implements AuditLog {
  private static final String APPEND = """
      WITH event AS (
      INSERT INTO audit_event (id, organization_id, actor_id, at, action, outcome, address, device, request_id, chain,
                               details)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?,
              (SELECT coalesce(jsonb_agg(jsonb_build_object('rule', rule, 'result', result, 'detail', detail)
                                         ORDER BY position), '[]')
               FROM unnest(?::text[], ?::text[], ?::text[]) WITH ORDINALITY AS reason (rule, result, detail, position)),
              jsonb_object(?::text[], ?::text[]))
      RETURNING id, organization_id, actor_id)
      INSERT INTO audit_concern (organization_id, event_id)
      SELECT organization_id, id FROM event WHERE organization_id IS NOT NULL
      UNION
      SELECT m.organization_id, event.id FROM event JOIN membership m ON m.user_id = event.actor_id
      WHERE ? AND m.status = CASE
        WHEN EXISTS (SELECT FROM membership open WHERE open.user_id = event.actor_id AND open.status = 'ACTIVE')
        THEN 'ACTIVE' ELSE 'DEACTIVATED' END""";

  private final Sql sql;

  public JdbcAuditLog(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void append(AuditEvent event) {
    sql.change(APPEND, event.id().value(), event.organization().map(OrganizationId::value).orElse(null),
        event.actor().map(UserId::value).orElse(null), event.at(), event.action(), event.outcome(),
        event.origin().address(), event.origin().device(), event.origin().requestId(),
        texts(event.chain(), Reason::rule), texts(event.chain(), reason -> reason.result().name()),
        texts(event.chain(), Reason::detail), texts(event.details().keySet(), name -> name),
        texts(event.details().keySet(), name -> event.details().getOrDefault(name, "")),
        AuditConcern.reachesOrganizations(event));
  }

  private static <T> String[] texts(Collection<T> items, Function<T, String> text) {
    return items.stream().map(text).toArray(String[]::new);
  }
}
