package dev.latchkey.adapter.persistence;

import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.AuditEventId;
import dev.latchkey.domain.audit.AuditOutcome;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.policy.Reason;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** Reads the whole audit table, which no use case does. */
final class StoredAudit {
  private StoredAudit() {}

  static List<AuditEvent> read(DataSource database) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement("SELECT * FROM audit_event ORDER BY id");
        ResultSet row = statement.executeQuery()) {
      List<AuditEvent> events = new ArrayList<>();
      while (row.next()) {
        events.add(event(connection, row));
      }
      return events;
    } catch (SQLException e) {
      throw new AssertionError("The audit table can't be read", e);
    }
  }

  private static AuditEvent event(Connection connection, ResultSet row) throws SQLException {
    return new AuditEvent(new AuditEventId(row.getString("id")),
        row.getObject("at", OffsetDateTime.class).toInstant(), AuditAction.valueOf(row.getString("action")),
        AuditOutcome.valueOf(row.getString("outcome")),
        new Origin(row.getString("address"), row.getString("device"), row.getString("request_id")),
        Optional.ofNullable(row.getString("actor_id")).map(UserId::new),
        Optional.ofNullable(row.getString("organization_id")).map(OrganizationId::new),
        chain(connection, row.getString("chain")), details(connection, row.getString("details")));
  }

  private static List<Reason> chain(Connection connection, String json) throws SQLException {
    List<Reason> chain = new ArrayList<>();
    try (PreparedStatement statement = connection
        .prepareStatement("SELECT * FROM jsonb_to_recordset(?::jsonb) AS r (rule text, result text, detail text)")) {
      statement.setString(1, json);
      ResultSet row = statement.executeQuery();
      while (row.next()) {
        chain.add(new Reason(row.getString("rule"), Reason.Result.valueOf(row.getString("result")),
            row.getString("detail")));
      }
    }
    return chain;
  }

  private static Map<String, String> details(Connection connection, String json) throws SQLException {
    Map<String, String> details = new HashMap<>();
    try (
        PreparedStatement statement = connection.prepareStatement("SELECT key, value FROM jsonb_each_text(?::jsonb)")) {
      statement.setString(1, json);
      ResultSet row = statement.executeQuery();
      while (row.next()) {
        details.put(row.getString("key"), row.getString("value"));
      }
    }
    return details;
  }
}
