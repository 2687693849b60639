package dev.latchkey.domain.sso;

import java.util.regex.Pattern;

/** All that it takes to be a client of an identity provider. */
public record OidcClient(Provider provider, IssuerUrl issuer, ClientId clientId, ClientSecret secret) {
  private static final Pattern TENANT_ID = Pattern.compile("/[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}/");

  /** Whether people and proofs of the one are worth nothing at the other: a new secret alone changes neither. */
  public boolean isAnotherThan(OidcClient other) {
    return !issuer.equals(other.issuer) || !clientId.equals(other.clientId) || provider != other.provider;
  }

  /**
   * Whether the provider can name this person. Entra's people are named by their tenant's id, which a client may leave
   * open, or give as a domain.
   */
  public boolean canName(FederatedSubject subject) {
    return issuer.value().equals(subject.issuer())
        || (provider == Provider.AZURE && !TENANT_ID.matcher(issuer.value()).find());
  }

  /** Whether a secret of the one is one of the other. */
  public boolean sharesSecretWith(IssuerUrl otherIssuer, ClientId otherId) {
    return issuer.equals(otherIssuer) && clientId.equals(otherId);
  }
}
