package dev.latchkey.adapter.persistence.emailchange;

import dev.latchkey.adapter.persistence.database.Row;
import dev.latchkey.adapter.persistence.database.Sql;
import dev.latchkey.application.emailchange.EmailChanges;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.emailchange.EmailChangeAttempts;
import dev.latchkey.domain.onetime.SecretId;
import java.sql.SQLException;
import java.time.Instant;

/** {@link EmailChanges} in PostgreSQL. */
public final class JdbcEmailChanges implements EmailChanges {
  private final Sql sql;

  public JdbcEmailChanges(Sql sql) {
    this.sql = sql;
  }

  @Override
  public EmailChangeAttempts lock(UserId user) {
    // Makes the row that is then locked, so that also two first changes wait for each other.
    sql.change("INSERT INTO email_change (user_id, since, mails) VALUES (?, ?, 0) ON CONFLICT DO NOTHING", user.value(),
        Instant.EPOCH);
    return sql.first("SELECT user_id, newest, since, mails FROM email_change WHERE user_id = ? FOR UPDATE",
        JdbcEmailChanges::read, user.value()).orElseThrow();
  }

  @Override
  public void save(EmailChangeAttempts attempts) {
    sql.change("UPDATE email_change SET newest = ?, since = ?, mails = ? WHERE user_id = ?",
        attempts.newest().map(SecretId::value).orElse(null), attempts.since(), attempts.mails(),
        attempts.user().value());
  }

  private static EmailChangeAttempts read(Row row) throws SQLException {
    return new EmailChangeAttempts(new UserId(row.text("user_id")), row.optionalText("newest").map(SecretId::new),
        row.instant("since"), row.number("mails"));
  }
}
