package dev.latchkey.adapter.persistence.audit;

import dev.latchkey.adapter.persistence.database.Row;
import dev.latchkey.adapter.persistence.database.Sql;
import dev.latchkey.application.history.AuditFilter;
import dev.latchkey.application.history.AuditHistory;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.PersonName;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.AuditEventId;
import dev.latchkey.domain.audit.AuditOutcome;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.policy.Reason;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@link AuditHistory} in PostgreSQL. */
public final class JdbcAuditHistory implements AuditHistory {
  private static final String FIND = """
      SELECT e.id, e.at, e.action, e.outcome, e.address, e.device, e.request_id, e.actor_id, e.organization_id,
        u.name AS actor_name, u.email AS actor_email,
        ARRAY(SELECT link ->> 'rule' FROM jsonb_array_elements(e.chain) WITH ORDINALITY AS c (link, n) ORDER BY n)
          AS rules,
        ARRAY(SELECT link ->> 'result' FROM jsonb_array_elements(e.chain) WITH ORDINALITY AS c (link, n) ORDER BY n)
          AS results,
        ARRAY(SELECT link ->> 'detail' FROM jsonb_array_elements(e.chain) WITH ORDINALITY AS c (link, n) ORDER BY n)
          AS explanations,
        ARRAY(SELECT key FROM jsonb_each_text(e.details) ORDER BY key) AS names,
        ARRAY(SELECT value FROM jsonb_each_text(e.details) ORDER BY key) AS facts
      FROM audit_concern mine JOIN audit_event e ON e.id = mine.event_id
      LEFT JOIN membership m ON m.organization_id = mine.organization_id AND m.user_id = e.actor_id
      LEFT JOIN user_account u ON u.id = m.user_id
      WHERE mine.organization_id = ?
        AND (?::text IS NULL OR mine.event_id < ?)
        AND (?::timestamptz IS NULL OR e.at >= ?)
        AND (?::timestamptz IS NULL OR e.at < ?)
        AND (?::text IS NULL OR e.actor_id = ?)
        AND (?::text IS NULL OR u.email = ?)
        AND (?::text IS NULL OR e.action = ?)
        AND (?::text IS NULL OR e.outcome = ?)
        AND (?::text IS NULL OR e.request_id = ?)
      ORDER BY mine.event_id DESC LIMIT ?""";

  private final Sql sql;

  public JdbcAuditHistory(Sql sql) {
    this.sql = sql;
  }

  @Override
  public List<Recorded> of(OrganizationId organization, AuditFilter filter, Optional<AuditEventId> before,
      int limit) {
    var position = before.map(AuditEventId::value).orElse(null);
    var from = filter.from().orElse(null);
    var to = filter.to().orElse(null);
    var id = filter.actor().map(actor -> actor instanceof AuditFilter.Actor.ById by ? by.id().value() : null)
        .orElse(null);
    var email = filter.actor()
        .map(actor -> actor instanceof AuditFilter.Actor.ByAddress by ? by.email().value() : null).orElse(null);
    var action = filter.action().map(AuditAction::name).orElse(null);
    var outcome = filter.outcome().map(AuditOutcome::name).orElse(null);
    var reference = filter.reference().orElse(null);
    return sql.all(FIND, JdbcAuditHistory::read, organization.value(), position, position, from, from, to, to, id, id,
        email, email, action, action, outcome, outcome, reference, reference, limit);
  }

  private static Recorded read(Row row) throws SQLException {
    Optional<String> name = row.optionalText("actor_name");
    Optional<Who> who = name.isPresent()
        ? Optional.of(new Who(new PersonName(name.get()), new EmailAddress(row.text("actor_email"))))
        : Optional.empty();
    return new Recorded(new AuditEvent(new AuditEventId(row.text("id")), row.instant("at"),
        row.constant("action", AuditAction.class), row.constant("outcome", AuditOutcome.class),
        new Origin(row.text("address"), row.text("device"), row.text("request_id")),
        row.optionalText("actor_id").map(UserId::new), row.optionalText("organization_id").map(OrganizationId::new),
        chain(row), details(row)), who);
  }

  private static List<Reason> chain(Row row) throws SQLException {
    List<String> rules = row.texts("rules");
    List<String> results = row.texts("results");
    List<String> explanations = row.texts("explanations");
    List<Reason> chain = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      chain.add(new Reason(rules.get(i), Reason.Result.valueOf(results.get(i)), explanations.get(i)));
    }
    return chain;
  }

  private static Map<String, String> details(Row row) throws SQLException {
    List<String> names = row.texts("names");
    List<String> facts = row.texts("facts");
    Map<String, String> details = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      details.put(names.get(i), facts.get(i));
    }
    return details;
  }
}
