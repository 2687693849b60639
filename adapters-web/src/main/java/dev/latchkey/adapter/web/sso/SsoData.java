package dev.latchkey.adapter.web.sso;

import dev.latchkey.domain.organization.Slug;
import dev.latchkey.domain.sso.CallbackAddresses;
import dev.latchkey.domain.sso.SsoConnection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An identity provider as answers show it, which is without its secret.
 *
 * @param redirectUri to be registered there
 * @param lastSuccessfulLogin through this version; null if there was none yet
 */
record SsoData(String provider, String issuerUrl, String clientId, String redirectUri, String callback, int version,
    @Nullable Instant lastSuccessfulLogin) {

  static SsoData of(SsoConnection connection, Slug organization, CallbackAddresses addresses) {
    return new SsoData(SsoInput.word(connection.client().provider()), connection.client().issuer().value(),
        connection.client().clientId().value(), addresses.of(connection.callback(), organization).toString(),
        SsoInput.word(connection.callback()), connection.version(), connection.lastSignInAt().orElse(null));
  }
}
