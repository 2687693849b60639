package dev.latchkey.adapter.persistence.apikey;

import dev.latchkey.adapter.persistence.database.Row;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.apikey.AllowedAddresses;
import dev.latchkey.domain.apikey.ApiKey;
import dev.latchkey.domain.apikey.ApiKeyId;
import dev.latchkey.domain.apikey.ApiKeyName;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.policy.Scope;
import dev.latchkey.domain.session.TokenHash;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.stream.Collectors;

/** A key as it stands in its row {@code k}; the hash is never read back. */
final class ApiKeyRow {
  static final String COLUMNS = """
      k.organization_id, k.id, k.creator_id, k.name, k.scopes, k.allowed_ips, k.created_at, k.expires_at,
      k.last_used_at""";

  private ApiKeyRow() {}

  static ApiKey read(Row row) throws SQLException {
    return new ApiKey(new ApiKeyId(row.text("id")), new OrganizationId(row.text("organization_id")),
        new UserId(row.text("creator_id")), new ApiKeyName(row.text("name")),
        row.texts("scopes").stream().map(Scope::valueOf).collect(Collectors.toSet()),
        AllowedAddresses.parse(row.texts("allowed_ips")), row.instant("created_at"), row.instant("expires_at"),
        row.optionalInstant("last_used_at"));
  }

  static byte[] bytes(TokenHash hash) {
    return HexFormat.of().parseHex(hash.hex());
  }
}
