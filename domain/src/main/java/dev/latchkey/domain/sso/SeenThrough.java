package dev.latchkey.domain.sso;

/**
 * As what an organization's connection was set up when it last named somebody. People are named in its terms: Entra's by
 * their object id, everybody else's by {@code sub}; and a tenant given by its domain says nothing about people of another.
 */
public record SeenThrough(Provider provider, IssuerUrl issuer) {

  public static SeenThrough of(OidcClient client) {
    return new SeenThrough(client.provider(), client.issuer());
  }

  /** Whether a client has the same name for a person. */
  boolean namesAlike(OidcClient client) {
    return (provider == Provider.AZURE) == (client.provider() == Provider.AZURE);
  }
}
