package dev.latchkey.adapter.persistence.mail;

import dev.latchkey.adapter.persistence.database.Row;
import dev.latchkey.adapter.persistence.vault.RowIdentity;
import dev.latchkey.adapter.persistence.vault.SecretVault;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.mail.MailId;
import dev.latchkey.domain.mail.OutgoingMail;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;

/** Subject and bodies of a mail as they stand in a row of one table. */
final class SealedMail {
  /** What {@link #open} reads. */
  static final String COLUMNS = "id, recipient, sealed_content, expires_at";

  private final SecretVault vault;
  private final String table;

  SealedMail(SecretVault vault, String table) {
    this.vault = vault;
    this.table = table;
  }

  byte[] seal(OutgoingMail mail) {
    return vault.sealAll(place(mail.id().value()),
        Map.of("subject", mail.subject(), "text", mail.text(), "html", mail.html()));
  }

  OutgoingMail open(Row row) throws SQLException {
    String id = row.text("id");
    Map<String, String> content = vault.openAll(place(id), row.bytes("sealed_content"));
    return new OutgoingMail(new MailId(id), new EmailAddress(row.text("recipient")), part(content, "subject"),
        part(content, "text"), part(content, "html"), row.instant("expires_at"));
  }

  private static String part(Map<String, String> content, String name) {
    return Objects.requireNonNull(content.get(name), name);
  }

  private RowIdentity place(String id) {
    return new RowIdentity(table, "sealed_content", id);
  }
}
