package dev.latchkey.domain.sso;

/** All that it takes to be a client of an identity provider. */
public record OidcClient(Provider provider, IssuerUrl issuer, ClientId clientId, ClientSecret secret) {

  /** Whether people and proofs of the one are worth nothing at the other: a new secret alone changes neither. */
  public boolean isAnotherThan(OidcClient other) {
    return !issuer.equals(other.issuer) || !clientId.equals(other.clientId) || provider != other.provider;
  }

  /** Whether a secret of the one is one of the other. */
  public boolean sharesSecretWith(IssuerUrl otherIssuer, ClientId otherId) {
    return issuer.equals(otherIssuer) && clientId.equals(otherId);
  }
}
