package dev.latchkey.adapter.persistence.audit;

import dev.latchkey.adapter.persistence.database.Sql;
import dev.latchkey.application.audit.AuditLog;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.policy.Reason;
import java.util.Collection;
import java.util.function.Function;

/** {@link AuditLog} in PostgreSQL. JSON is made by the database, which is to read it. */
public final class JdbcAuditLog implements AuditLog {
  private static final String APPEND = """
      INSERT INTO audit_event (id, organization_id, actor_id, at, action, outcome, address, device, request_id, chain,
                               details)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?,
              (SELECT coalesce(jsonb_agg(jsonb_build_object('rule', rule, 'result', result, 'detail', detail)
                                         ORDER BY position), '[]')
               FROM unnest(?::text[], ?::text[], ?::text[]) WITH ORDINALITY AS reason (rule, result, detail, position)),
              jsonb_object(?::text[], ?::text[]))""";

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
        texts(event.details().keySet(), name -> event.details().getOrDefault(name, "")));
  }

  private static <T> String[] texts(Collection<T> items, Function<T, String> text) {
    return items.stream().map(text).toArray(String[]::new);
  }
}
