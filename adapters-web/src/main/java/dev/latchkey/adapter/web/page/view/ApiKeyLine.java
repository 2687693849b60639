package dev.latchkey.adapter.web.page.view;

import dev.latchkey.domain.apikey.ApiKey;
import dev.latchkey.domain.policy.Scope;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key as a table shows it.
 *
 * @param scopes as the API spells them
 * @param allowedIps in CIDR notation; empty for everywhere
 * @param lastUsedAt null if it never was
 */
public record ApiKeyLine(String id, String name, String creator, List<String> scopes, List<String> allowedIps,
    Instant expiresAt, @Nullable Instant lastUsedAt) {
  public ApiKeyLine {
    scopes = List.copyOf(scopes);
    allowedIps = List.copyOf(allowedIps);
  }

  public static ApiKeyLine of(ApiKey key, String creator) {
    return new ApiKeyLine(key.id().value(), key.name().value(), creator,
        key.scopes().stream().map(Scope::word).toList(), key.allowedAddresses().texts(), key.expiresAt(),
        key.lastUsedAt().orElse(null));
  }

  public boolean expired(Instant now) {
    return !now.isBefore(expiresAt);
  }
}
