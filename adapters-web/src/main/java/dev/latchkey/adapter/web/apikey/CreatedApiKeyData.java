package dev.latchkey.adapter.web.apikey;

import dev.latchkey.domain.apikey.ApiKey;
import dev.latchkey.domain.apikey.ApiKeyText;
import dev.latchkey.domain.policy.Scope;
import java.time.Instant;
import java.util.List;

/**
 * A new key, in the one answer that holds it.
 *
 * @param key what programs send as {@code X-Api-Key}
 */
public record CreatedApiKeyData(String id, String name, List<String> scopes, Instant expiresAt,
    List<String> allowedIps, Instant createdAt, String key) {

  static CreatedApiKeyData of(ApiKey made, ApiKeyText text) {
    return new CreatedApiKeyData(made.id().value(), made.name().value(),
        made.scopes().stream().map(Scope::word).toList(), made.expiresAt(), made.allowedAddresses().texts(),
        made.createdAt(), text.value());
  }

  /** Keeps the key out of logs. */
  @Override
  public String toString() {
    return "CreatedApiKeyData[" + id + "]";
  }
}
