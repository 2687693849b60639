package dev.latchkey.adapter.persistence.passkey;

import dev.latchkey.adapter.persistence.database.Row;
import dev.latchkey.adapter.persistence.database.Sql;
import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.passkey.Passkeys;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.passkey.CredentialId;
import dev.latchkey.domain.passkey.Octets;
import dev.latchkey.domain.passkey.Passkey;
import dev.latchkey.domain.passkey.PasskeyId;
import dev.latchkey.domain.passkey.PasskeyName;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** {@link Passkeys} in PostgreSQL. */
public final class JdbcPasskeys implements Passkeys {
  private static final String SELECT = """
      SELECT id, user_id, credential_id, public_key, user_verified, signature_count, name, created_at, last_used_at
      FROM passkey""";

  private final Sql sql;
  private final UnitOfWork unitOfWork;

  public JdbcPasskeys(Sql sql, UnitOfWork unitOfWork) {
    this.sql = sql;
    this.unitOfWork = unitOfWork;
  }

  @Override
  public List<Passkey> of(UserId user) {
    return sql.all(SELECT + " WHERE user_id = ? ORDER BY created_at, id", JdbcPasskeys::read, user.value());
  }

  @Override
  public Addition add(Passkey passkey) {
    return unitOfWork.run(() -> {
      // Two that are added at once wait for each other; sign-ins of this person, which only refer to the row, don't.
      sql.all("SELECT id FROM user_account WHERE id = ? FOR NO KEY UPDATE", row -> row.text("id"),
          passkey.user().value());
      return of(passkey.user()).size() >= Passkey.MOST_PER_PERSON ? Addition.TOO_MANY : insert(passkey);
    });
  }

  private Addition insert(Passkey passkey) {
    return sql.change("""
        INSERT INTO passkey (id, user_id, credential_id, public_key, user_verified, signature_count, name, created_at,
                             last_used_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (credential_id) DO NOTHING""", passkey.id().value(),
        passkey.user().value(), passkey.credential().base64Url(), passkey.publicKey().bytes(),
        passkey.userVerified(), passkey.signatureCount(), passkey.name().value(), passkey.createdAt(),
        passkey.lastUsedAt().orElse(null)) == 1
            ? Addition.ADDED
            : Addition.CREDENTIAL_KNOWN;
  }

  @Override
  public Optional<Passkey> lock(CredentialId credential) {
    return sql.first(SELECT + " WHERE credential_id = ? FOR UPDATE", JdbcPasskeys::read, credential.base64Url());
  }

  @Override
  public void save(Passkey passkey) {
    sql.change("UPDATE passkey SET user_verified = ?, signature_count = ?, last_used_at = ? WHERE id = ?",
        passkey.userVerified(), passkey.signatureCount(), passkey.lastUsedAt().orElse(null), passkey.id().value());
  }

  @Override
  public boolean remove(UserId user, PasskeyId id) {
    return sql.change("DELETE FROM passkey WHERE user_id = ? AND id = ?", user.value(), id.value()) == 1;
  }

  private static Passkey read(Row row) throws SQLException {
    return new Passkey(new PasskeyId(row.text("id")), new UserId(row.text("user_id")),
        CredentialId.parse(row.text("credential_id")), Octets.of(row.bytes("public_key")),
        row.flag("user_verified"), row.longNumber("signature_count"), new PasskeyName(row.text("name")),
        row.instant("created_at"),
        row.optionalInstant("last_used_at"));
  }
}
