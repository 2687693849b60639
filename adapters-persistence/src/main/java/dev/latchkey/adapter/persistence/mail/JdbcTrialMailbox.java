package dev.latchkey.adapter.persistence.mail;

import dev.latchkey.adapter.persistence.database.Row;
import dev.latchkey.adapter.persistence.database.Sql;
import dev.latchkey.adapter.persistence.vault.SecretVault;
import dev.latchkey.application.mail.TrialMailbox;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.mail.OutgoingMail;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** {@link TrialMailbox} in PostgreSQL. Keeps the newest thousand mails. */
public final class JdbcTrialMailbox implements TrialMailbox {
  private static final int KEPT = 1000;
  private static final int LONGEST_LIST = 100;

  private final Sql sql;
  private final SealedMail seal;

  public JdbcTrialMailbox(Sql sql, SecretVault vault) {
    this.sql = sql;
    this.seal = new SealedMail(vault, "trial_mail");
  }

  /** The same mail may come twice: after a crash between sending it and noting so. */
  @Override
  public void add(OutgoingMail mail, Instant sentAt) {
    sql.change("""
        INSERT INTO trial_mail (id, recipient, sealed_content, expires_at, sent_at) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (id) DO NOTHING""", mail.id().value(), mail.to().value(), seal.seal(mail), mail.expiresAt(),
        sentAt);
    sql.change("""
        DELETE FROM trial_mail WHERE sent_at < (
          SELECT sent_at FROM trial_mail ORDER BY sent_at DESC OFFSET ? LIMIT 1)""", KEPT - 1);
  }

  @Override
  public List<Received> list(Optional<EmailAddress> to) {
    String select = "SELECT sent_at, " + SealedMail.COLUMNS + " FROM trial_mail";
    String newestFirst = " ORDER BY sent_at DESC, id DESC LIMIT " + LONGEST_LIST;
    return to.map(address -> sql.all(select + " WHERE recipient = ?" + newestFirst, this::received, address.value()))
        .orElseGet(() -> sql.all(select + newestFirst, this::received));
  }

  private Received received(Row row) throws SQLException {
    return new Received(seal.open(row), row.instant("sent_at"));
  }
}
