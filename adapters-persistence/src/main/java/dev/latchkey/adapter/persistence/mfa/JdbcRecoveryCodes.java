package dev.latchkey.adapter.persistence.mfa;

import dev.latchkey.adapter.persistence.database.Sql;
import dev.latchkey.application.mfa.RecoveryCodes;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.session.TokenHash;
import java.util.List;

/** {@link RecoveryCodes} in PostgreSQL. A code that was used is gone. */
public final class JdbcRecoveryCodes implements RecoveryCodes {
  private final Sql sql;

  public JdbcRecoveryCodes(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void replace(UserId user, List<TokenHash> hashes) {
    sql.change("DELETE FROM recovery_code WHERE user_id = ?", user.value());
    sql.change("INSERT INTO recovery_code (user_id, hash) SELECT ?, unnest(?)", user.value(),
        hashes.stream().map(TokenHash::hex).toArray(String[]::new));
  }

  @Override
  public boolean take(UserId user, TokenHash hash) {
    return sql.change("DELETE FROM recovery_code WHERE user_id = ? AND hash = ?", user.value(), hash.hex()) == 1;
  }

  @Override
  public int remaining(UserId user) {
    return sql.first("SELECT count(*) AS codes FROM recovery_code WHERE user_id = ?", row -> row.number("codes"),
        user.value()).orElse(0);
  }
}
