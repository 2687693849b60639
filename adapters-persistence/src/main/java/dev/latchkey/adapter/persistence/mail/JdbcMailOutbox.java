package dev.latchkey.adapter.persistence.mail;

import dev.latchkey.adapter.persistence.database.JpaUnitOfWork;
import dev.latchkey.adapter.persistence.database.Row;
import dev.latchkey.adapter.persistence.database.Sql;
import dev.latchkey.adapter.persistence.vault.SecretVault;
import dev.latchkey.application.mail.MailOutbox;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.mail.MailId;
import dev.latchkey.domain.mail.OutgoingMail;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** {@link MailOutbox} in PostgreSQL. */
public final class JdbcMailOutbox implements MailOutbox {
  private static final System.Logger LOG = System.getLogger(JdbcMailOutbox.class.getName());
  /** Rows that another node is just claiming are skipped, so that nodes share the work instead of queueing for it. */
  private static final String CLAIM = """
      WITH due AS MATERIALIZED (
        SELECT id FROM mail_outbox WHERE sealed_content IS NOT NULL AND due_at <= ?
        ORDER BY due_at, id LIMIT ? FOR UPDATE SKIP LOCKED),
      claimed AS (
        UPDATE mail_outbox mail SET due_at = ? FROM due WHERE mail.id = due.id RETURNING mail.*)
      SELECT failures, %s FROM claimed ORDER BY enqueued_at, id""".formatted(SealedMail.COLUMNS);

  private final Sql sql;
  private final SealedMail seal;
  private final JpaUnitOfWork unitOfWork;
  private final Runnable bell;

  /** @param bell rung whenever there is a mail to send */
  public JdbcMailOutbox(Sql sql, SecretVault vault, JpaUnitOfWork unitOfWork, Runnable bell) {
    this.sql = sql;
    this.seal = new SealedMail(vault, "mail_outbox");
    this.unitOfWork = unitOfWork;
    this.bell = bell;
  }

  @Override
  public void enqueue(OutgoingMail mail, Instant now) {
    sql.change("""
        INSERT INTO mail_outbox (id, recipient, sealed_content, enqueued_at, expires_at, due_at)
        VALUES (?, ?, ?, ?, ?, ?)""", mail.id().value(), mail.to().value(), seal.seal(mail), now, mail.expiresAt(),
        now);
    unitOfWork.afterCommit(bell);
  }

  @Override
  public int countSince(EmailAddress to, Instant since) {
    return sql.first("SELECT count(*) AS mails FROM mail_outbox WHERE recipient = ? AND enqueued_at >= ?",
        row -> row.number("mails"), to.value(), since).orElseThrow();
  }

  @Override
  public List<Due> claim(int atMost, Instant now, Instant leasedUntil) {
    sql.change("UPDATE mail_outbox SET sealed_content = NULL WHERE sealed_content IS NOT NULL AND expires_at <= ?",
        now);
    return sql.all(CLAIM, this::due, now, atMost, leasedUntil).stream().flatMap(Optional::stream).toList();
  }

  @Override
  public void sent(MailId id, Instant now) {
    sql.change("UPDATE mail_outbox SET sealed_content = NULL, sent_at = ? WHERE id = ?", now, id.value());
  }

  @Override
  public void retryAt(MailId id, Instant next) {
    sql.change("UPDATE mail_outbox SET due_at = ?, failures = failures + 1 WHERE id = ?", next, id.value());
  }

  /** A mail whose key is gone from the ring is left to its lease and its expiry: it must not hold up the others. */
  private Optional<Due> due(Row row) throws SQLException {
    try {
      return Optional.of(new Due(seal.open(row), row.number("failures")));
    } catch (SecretVault.Unreadable e) {
      LOG.log(System.Logger.Level.ERROR, "A mail can't be sent", e);
      return Optional.empty();
    }
  }
}
