package dev.latchkey.adapter.persistence.apikey;

import dev.latchkey.adapter.persistence.database.JpaUnitOfWork;
import dev.latchkey.adapter.persistence.database.Sql;
import dev.latchkey.application.apikey.ApiKeys;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.PersonName;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.apikey.ApiKey;
import dev.latchkey.domain.apikey.ApiKeyId;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.policy.Scope;
import dev.latchkey.domain.session.TokenHash;
import java.util.List;
import java.util.Optional;

/** {@link ApiKeys} in PostgreSQL. */
public final class JdbcApiKeys implements ApiKeys {
  private static final String LIST = "SELECT " + ApiKeyRow.COLUMNS + """
      , u.name AS creator_name, u.email AS creator_email
      FROM api_key k JOIN user_account u ON u.id = k.creator_id
      WHERE k.organization_id = ? AND (?::text IS NULL OR k.creator_id = ?) AND (?::text IS NULL OR k.id < ?)
      ORDER BY k.id DESC LIMIT ?""";

  private final JpaUnitOfWork unitOfWork;
  private final Sql sql;

  public JdbcApiKeys(JpaUnitOfWork unitOfWork, Sql sql) {
    this.unitOfWork = unitOfWork;
    this.sql = sql;
  }

  @Override
  public boolean add(ApiKey key, TokenHash hash, int most) {
    return unitOfWork.run(() -> {
      // Whoever else adds one for this member waits here, so that they are counted one after the other.
      sql.all("SELECT id FROM membership WHERE organization_id = ? AND user_id = ? FOR NO KEY UPDATE",
          row -> row.text("id"), key.organizationId().value(), key.creator().value());
      return sql.change("""
          INSERT INTO api_key (organization_id, id, creator_id, key_hash, name, scopes, allowed_ips, created_at,
                               expires_at)
          SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?
          WHERE (SELECT count(*) FROM api_key WHERE organization_id = ? AND creator_id = ?) < ?""",
          key.organizationId().value(), key.id().value(), key.creator().value(), ApiKeyRow.bytes(hash),
          key.name().value(), key.scopes().stream().map(Scope::name).toArray(String[]::new),
          key.allowedAddresses().texts().toArray(String[]::new), key.createdAt(), key.expiresAt(),
          key.organizationId().value(), key.creator().value(), most) == 1;
    });
  }

  @Override
  public Optional<ApiKey> find(OrganizationId organization, ApiKeyId id) {
    return sql.first("SELECT " + ApiKeyRow.COLUMNS + " FROM api_key k WHERE k.organization_id = ? AND k.id = ?",
        ApiKeyRow::read, organization.value(), id.value());
  }

  @Override
  public List<Listed> list(OrganizationId organization, Optional<UserId> creator, Optional<ApiKeyId> before,
      int limit) {
    String only = creator.map(UserId::value).orElse(null);
    String position = before.map(ApiKeyId::value).orElse(null);
    return sql.all(LIST,
        row -> new Listed(ApiKeyRow.read(row), new PersonName(row.text("creator_name")),
            new EmailAddress(row.text("creator_email"))),
        organization.value(), only, only, position, position, limit);
  }

  @Override
  public List<ApiKey> ofPerson(UserId user) {
    return sql.all("SELECT " + ApiKeyRow.COLUMNS + " FROM api_key k WHERE k.creator_id = ? ORDER BY k.id DESC",
        ApiKeyRow::read, user.value());
  }

  @Override
  public boolean remove(OrganizationId organization, ApiKeyId id) {
    return sql.change("DELETE FROM api_key WHERE organization_id = ? AND id = ?", organization.value(),
        id.value()) == 1;
  }
}
