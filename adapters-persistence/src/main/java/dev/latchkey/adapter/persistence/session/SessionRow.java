package dev.latchkey.adapter.persistence.session;

import dev.latchkey.adapter.persistence.database.Row;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.session.Session;
import dev.latchkey.domain.session.SessionId;
import java.sql.SQLException;

/** A session as it stands in its row; the token's hash is never read back. */
final class SessionRow {
  static final String COLUMNS = "s.id, s.user_id, s.proofs, s.created_at, s.last_seen_at, s.device, s.address";

  private SessionRow() {}

  static Session read(Row row) throws SQLException {
    return new Session(new SessionId(row.text("id")), new UserId(row.text("user_id")),
        ProofText.read(row.text("proofs")), row.instant("created_at"), row.instant("last_seen_at"),
        row.text("device"), row.text("address"));
  }
}
