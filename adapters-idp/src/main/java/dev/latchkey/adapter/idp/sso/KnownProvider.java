package dev.latchkey.adapter.idp.sso;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import dev.latchkey.domain.sso.OidcClient;
import dev.latchkey.domain.sso.SsoFault;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.List;

/** A provider's metadata and keys, as one client of it knows them. */
final class KnownProvider {
  private static final int SHORTEST_RSA_KEY = 2048;

  private final OidcClient client;
  private final ProviderHttp http;
  private final Cached<ProviderMetadata> metadata;
  private final Cached<JWKSet> keys;

  KnownProvider(OidcClient client, ProviderHttp http, InstantSource clock) {
    this.client = client;
    this.http = http;
    metadata = new Cached<>(this::fetchMetadata, clock);
    keys = new Cached<>(this::fetchKeys, clock);
  }

  ProviderMetadata metadata(Deadline deadline) throws Refusal {
    return metadata.get(deadline);
  }

  /** The provider's own keys and no others; asks for them again if none fits (OpenID Connect Core 1.0 §10.1.1). */
  JWKSource<SecurityContext> keys(Deadline deadline) {
    return (selector, context) -> {
      try {
        List<JWK> known = selector.select(keys.get(deadline));
        return known.isEmpty() ? selector.select(keys.renewed(deadline)) : known;
      } catch (Refusal e) {
        throw new KeySourceException(String.valueOf(e.getMessage()), e);
      }
    };
  }

  private ProviderMetadata fetchMetadata(Deadline deadline) throws Refusal {
    MetadataReader reader = new MetadataReader(client, http.get(client.issuer().discovery(), deadline));
    return reader.read().orElseThrow(() -> new Refusal(reader.problems().getFirst().fault(),
        reader.problems().getFirst().detail()));
  }

  private JWKSet fetchKeys(Deadline deadline) throws Refusal {
    return keysAt(metadata(deadline), http, deadline);
  }

  /** @throws Refusal if there is no key among them that could sign an ID token */
  static JWKSet keysAt(ProviderMetadata metadata, ProviderHttp http, Deadline deadline) throws Refusal {
    try {
      List<JWK> usable = JWKSet.parse(http.get(metadata.keys(), deadline).members()).getKeys().stream()
          .filter(KnownProvider::isUsable).map(JWK::toPublicJWK).toList();
      if (!usable.isEmpty()) {
        return new JWKSet(usable);
      }
    } catch (ParseException | IllegalArgumentException | IllegalStateException e) {
      throw new Refusal(SsoFault.NO_KEYS,
          ProviderWords.tame(metadata.keys().toString()) + " shows no set of keys (RFC 7517 §5).");
    }
    throw new Refusal(SsoFault.NO_KEYS,
        ProviderWords.tame(metadata.keys().toString()) + " shows no key that could sign an ID token.");
  }

  private static boolean isUsable(JWK key) {
    return key.toPublicJWK() != null && (!(key instanceof RSAKey) || key.size() >= SHORTEST_RSA_KEY);
  }
}
