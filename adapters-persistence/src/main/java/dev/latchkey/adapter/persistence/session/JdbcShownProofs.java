package dev.latchkey.adapter.persistence.session;

import dev.latchkey.adapter.persistence.database.Sql;
import dev.latchkey.application.session.ShownProofs;
import dev.latchkey.domain.session.Proofs;
import dev.latchkey.domain.session.Session;
import dev.latchkey.domain.session.SessionId;
import java.util.Optional;

/** {@link ShownProofs} in PostgreSQL. */
public final class JdbcShownProofs implements ShownProofs {
  private final Sql sql;

  public JdbcShownProofs(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Optional<Session> lock(SessionId id) {
    return sql.first("SELECT " + SessionRow.COLUMNS + " FROM session s WHERE s.id = ? FOR UPDATE", SessionRow::read,
        id.value());
  }

  @Override
  public void keepOnly(SessionId id, Proofs rest) {
    sql.change("UPDATE session SET proofs = ? WHERE id = ?", ProofText.of(rest), id.value());
  }
}
