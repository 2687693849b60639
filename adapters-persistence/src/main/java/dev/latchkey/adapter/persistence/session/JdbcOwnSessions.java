package dev.latchkey.adapter.persistence.session;

import dev.latchkey.adapter.persistence.database.Sql;
import dev.latchkey.application.session.OwnSessions;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.session.Session;
import dev.latchkey.domain.session.SessionId;
import java.util.List;
import java.util.Optional;

/** {@link OwnSessions} in PostgreSQL. */
public final class JdbcOwnSessions implements OwnSessions {
  private final Sql sql;

  public JdbcOwnSessions(Sql sql) {
    this.sql = sql;
  }

  @Override
  public List<Session> of(UserId user) {
    return sql.all(
        "SELECT " + SessionRow.COLUMNS + " FROM session s WHERE s.user_id = ? ORDER BY s.created_at DESC, s.id DESC",
        SessionRow::read, user.value());
  }

  @Override
  public boolean end(UserId user, SessionId id) {
    return sql.change("DELETE FROM session WHERE user_id = ? AND id = ?", user.value(), id.value()) == 1;
  }

  @Override
  public int endAll(UserId user, Optional<SessionId> except) {
    return sql.change("DELETE FROM session WHERE user_id = ? AND id <> ?", user.value(),
        except.map(SessionId::value).orElse(""));
  }
}
