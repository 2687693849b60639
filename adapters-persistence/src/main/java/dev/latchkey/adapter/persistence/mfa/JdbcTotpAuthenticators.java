package dev.latchkey.adapter.persistence.mfa;

import dev.latchkey.adapter.persistence.database.Row;
import dev.latchkey.adapter.persistence.database.Sql;
import dev.latchkey.adapter.persistence.vault.RowIdentity;
import dev.latchkey.adapter.persistence.vault.SecretVault;
import dev.latchkey.application.mfa.TotpAuthenticators;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.mfa.TotpAuthenticator;
import dev.latchkey.domain.mfa.TotpSecret;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@link TotpAuthenticators} in PostgreSQL; keys are sealed with their row and column. */
public final class JdbcTotpAuthenticators implements TotpAuthenticators {
  private final Sql sql;
  private final SecretVault vault;

  public JdbcTotpAuthenticators(Sql sql, SecretVault vault) {
    this.sql = sql;
    this.vault = vault;
  }

  @Override
  public TotpAuthenticator lock(UserId user) {
    // Makes the row that is then locked, so that also two first enrolments wait for each other.
    sql.change("INSERT INTO totp_authenticator (user_id, last_step) VALUES (?, -1) ON CONFLICT DO NOTHING",
        user.value());
    return sql.first(
        """
            SELECT user_id, sealed_active, sealed_offered, last_step FROM totp_authenticator WHERE user_id = ? FOR UPDATE""",
        this::read, user.value()).orElseThrow();
  }

  @Override
  public void save(TotpAuthenticator authenticator) {
    UserId user = authenticator.user();
    sql.change("UPDATE totp_authenticator SET sealed_active = ?, sealed_offered = ?, last_step = ? WHERE user_id = ?",
        seal(user, "sealed_active", authenticator.active()), seal(user, "sealed_offered", authenticator.offered()),
        authenticator.lastStep(), user.value());
  }

  @Override
  public void remove(UserId user) {
    sql.change("DELETE FROM totp_authenticator WHERE user_id = ?", user.value());
  }

  private TotpAuthenticator read(Row row) throws SQLException {
    UserId user = new UserId(row.text("user_id"));
    return new TotpAuthenticator(user, open(user, "sealed_active", row.optionalBytes("sealed_active")),
        open(user, "sealed_offered", row.optionalBytes("sealed_offered")), row.longNumber("last_step"));
  }

  private byte @Nullable [] seal(UserId user, String column, Optional<TotpSecret> secret) {
    return secret.map(key -> vault.seal(place(user, column), key.base32().getBytes(StandardCharsets.US_ASCII)))
        .orElse(null);
  }

  private Optional<TotpSecret> open(UserId user, String column, Optional<byte[]> sealed) {
    return sealed
        .map(bytes -> new TotpSecret(new String(vault.open(place(user, column), bytes), StandardCharsets.US_ASCII)));
  }

  private static RowIdentity place(UserId user, String column) {
    return new RowIdentity("totp_authenticator", column, user.value());
  }
}
