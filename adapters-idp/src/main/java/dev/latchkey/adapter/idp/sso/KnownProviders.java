package dev.latchkey.adapter.idp.sso;

import dev.latchkey.domain.sso.ClientId;
import dev.latchkey.domain.sso.ClientSecret;
import dev.latchkey.domain.sso.IssuerUrl;
import dev.latchkey.domain.sso.OidcClient;
import dev.latchkey.domain.sso.Provider;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The providers that were asked for lately. Tenants share nothing here unless they are the same client, which only the
 * secret shows: issuer and client id anybody can name, and would forget for others what they know.
 */
final class KnownProviders {
  private static final int MOST = 1_000;

  private final ProviderHttp http;
  private final InstantSource clock;
  private final Map<Key, KnownProvider> known = new LinkedHashMap<>(16, 0.75f, true) {
    private static final long serialVersionUID = 1;

    @Override
    protected boolean removeEldestEntry(Map.Entry<Key, KnownProvider> eldest) {
      return size() > MOST;
    }
  };

  KnownProviders(ProviderHttp http, InstantSource clock) {
    this.http = http;
    this.clock = clock;
  }

  private record Key(Provider provider, IssuerUrl issuer, ClientId client, Optional<ClientSecret> secret) {}

  KnownProvider of(OidcClient client) {
    synchronized (known) {
      return known.computeIfAbsent(key(client), key -> new KnownProvider(client, http, clock));
    }
  }

  /** So that what an admin just put right is seen at once. */
  void forget(OidcClient client) {
    synchronized (known) {
      known.remove(key(client));
    }
  }

  private static Key key(OidcClient client) {
    return new Key(client.provider(), client.issuer(), client.clientId(), client.secret());
  }
}
