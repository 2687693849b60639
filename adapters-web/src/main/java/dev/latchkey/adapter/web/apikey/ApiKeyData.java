package dev.latchkey.adapter.web.apikey;

import dev.latchkey.application.apikey.ApiKeys;
import dev.latchkey.domain.apikey.ApiKey;
import dev.latchkey.domain.policy.Scope;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key as lists show it: everything but the key itself.
 *
 * @param allowedIps in CIDR notation; empty for everywhere
 * @param lastUsedAt to the minute; null if it never was
 */
public record ApiKeyData(String id, String name, List<String> scopes, Instant expiresAt, List<String> allowedIps,
    Creator creator, Instant createdAt, @Nullable Instant lastUsedAt) {

  static ApiKeyData of(ApiKeys.Listed listed) {
    ApiKey key = listed.key();
    return new ApiKeyData(key.id().value(), key.name().value(), key.scopes().stream().map(Scope::word).toList(),
        key.expiresAt(), key.allowedAddresses().texts(),
        new Creator(key.creator().value(), listed.creatorName().value(), listed.creatorEmail().value()),
        key.createdAt(), key.lastUsedAt().orElse(null));
  }

  /** The member in whose name the key acts. */
  public record Creator(String userId, String name, String email) {}
}
