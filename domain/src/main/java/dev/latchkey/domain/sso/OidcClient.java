package dev.latchkey.domain.sso;

import java.util.Optional;

/**
 * All that it takes to be a client of an identity provider.
 *
 * @param secret empty if one is stored, but can't be read any more, as the key is gone with which it was sealed: then
 *     nobody signs in, and everything else goes on until an owner enters it anew
 */
public record OidcClient(Provider provider, IssuerUrl issuer, ClientId clientId, Optional<ClientSecret> secret) {

  public OidcClient(Provider provider, IssuerUrl issuer, ClientId clientId, ClientSecret secret) {
    this(provider, issuer, clientId, Optional.of(secret));
  }

  /** Whether people and proofs of the one are worth nothing at the other: a new secret alone changes neither. */
  public boolean isAnotherThan(OidcClient other) {
    return !issuer.equals(other.issuer) || !clientId.equals(other.clientId) || provider != other.provider;
  }

  /** Whether a secret of the one is one of the other. */
  public boolean sharesSecretWith(IssuerUrl otherIssuer, ClientId otherId) {
    return issuer.equals(otherIssuer) && clientId.equals(otherId);
  }
}
