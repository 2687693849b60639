package dev.latchkey.adapter.persistence.onetime;

import dev.latchkey.adapter.persistence.vault.RowIdentity;
import dev.latchkey.adapter.persistence.vault.SecretVault;
import dev.latchkey.domain.onetime.OneTimeSecret;
import dev.latchkey.domain.onetime.OneTimeSecret.State;
import dev.latchkey.domain.onetime.SecretId;
import dev.latchkey.domain.session.TokenHash;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Hash and facts of a one-time secret as they stand in its row. The facts are erased once it is no longer open. */
final class SealedSecret {
  private final SecretVault vault;

  SealedSecret(SecretVault vault) {
    this.vault = vault;
  }

  byte[] hash(OneTimeSecret secret) {
    return vault.seal(place(secret.id(), "sealed_hash"), secret.hash().hex().getBytes(StandardCharsets.US_ASCII));
  }

  TokenHash openHash(SecretId id, byte[] sealed) {
    return new TokenHash(new String(vault.open(place(id, "sealed_hash"), sealed), StandardCharsets.US_ASCII));
  }

  byte @Nullable [] facts(OneTimeSecret secret) {
    return secret.state() == State.OPEN ? vault.sealAll(place(secret.id(), "sealed_facts"), secret.facts()) : null;
  }

  Map<String, String> openFacts(SecretId id, Optional<byte[]> sealed) {
    return sealed.map(bytes -> vault.openAll(place(id, "sealed_facts"), bytes)).orElse(Map.of());
  }

  private static RowIdentity place(SecretId id, String column) {
    return new RowIdentity("one_time_secret", column, id.value());
  }
}
