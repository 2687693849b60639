package dev.latchkey.adapter.persistence.housekeeping;

import dev.latchkey.adapter.persistence.database.Sql;
import dev.latchkey.application.housekeeping.Leftovers;
import dev.latchkey.domain.housekeeping.Outdated;
import dev.latchkey.domain.signin.GuessCount;

/** {@link Leftovers} in PostgreSQL. Rows that somebody has locked are skipped rather than waited for. */
public final class JdbcLeftovers implements Leftovers {
  private static final String FORGIVEN = "last_at + failures * interval '%d seconds' < ?"
      .formatted(GuessCount.FORGIVEN_EVERY.toSeconds());

  private final Sql sql;

  public JdbcLeftovers(Sql sql) {
    this.sql = sql;
  }

  @Override
  public int remove(Outdated what, int atMost) {
    return sql.change(statement(what.kind()), what.before(), atMost);
  }

  private static String statement(Outdated.Kind kind) {
    return switch (kind) {
      case ONE_TIME_SECRET -> delete("one_time_secret",
          "expires_at < ? AND issued_at < (SELECT max(issued_at) FROM one_time_secret)");
      case GUESS_COUNT -> delete("guess_count", FORGIVEN);
      case MAIL -> delete("mail_outbox", "enqueued_at < ? AND sealed_content IS NULL");
      case TRIAL_MAIL -> delete("trial_mail", "expires_at < ?");
      case IDLE_SESSION -> delete("session", "last_seen_at < ?");
      case OLD_SESSION -> delete("session", "created_at < ?");
      case KNOWN_BROWSER -> delete("known_browser", "last_used_at < ?");
      case INVITATION -> delete("invitation", "expires_at < ?");
      case DOMAIN_CLAIM -> delete("domain_claim", "expires_at < ? AND verified_at IS NULL");
      // A node whose clock is ahead gets those that are due by the database's, which would refuse the others.
      case AUDIT_EVENT -> delete("audit_event", "at < least(?, now() - interval '12 months')");
    };
  }

  private static String delete(String table, String condition) {
    return """
        DELETE FROM %1$s WHERE ctid = ANY (ARRAY(
          SELECT ctid FROM %1$s WHERE %2$s LIMIT ? FOR UPDATE SKIP LOCKED))""".formatted(table, condition);
  }
}
