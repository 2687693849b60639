package dev.latchkey.adapter.web.passkey;

import dev.latchkey.domain.passkey.Passkey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One of the person's passkeys.
 *
 * @param lastUsedAt null if it was never used
 */
record PasskeyData(String id, String name, Instant createdAt, @Nullable Instant lastUsedAt) {
  static PasskeyData of(Passkey passkey) {
    return new PasskeyData(passkey.id().value(), passkey.name().value(), passkey.createdAt(),
        passkey.lastUsedAt().orElse(null));
  }
}
