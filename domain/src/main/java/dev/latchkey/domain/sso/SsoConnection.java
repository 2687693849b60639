package dev.latchkey.domain.sso;

import dev.latchkey.domain.organization.OrganizationId;
import java.time.Instant;
import java.util.Optional;

/**
 * An organization's identity provider. An organization has one at most, and it holds for all of it.
 *
 * @param version the organization's {@code ssoVersion} for which it was made: another issuer or client is another version
 * @param lastSignInAt when somebody last signed in through this version
 * @param ownerProvenAt when an owner last did
 * @param rowVersion counts saves, so that two concurrent changes can't overwrite each other
 */
public record SsoConnection(OrganizationId organizationId, int version, OidcClient client, CallbackMode callback,
    Instant changedAt, Optional<Instant> lastSignInAt, Optional<Instant> ownerProvenAt, long rowVersion) {

  /** A new connection, through which nobody has signed in yet. */
  public static SsoConnection to(OidcClient client, OrganizationId organization, int version, Instant now) {
    return new SsoConnection(organization, version, client, CallbackMode.SHARED, now, Optional.empty(),
        Optional.empty(), 0);
  }

  /**
   * Whether the provider can still name this person: by the same kind of name, and as the same issuer. Where a connection
   * gives Entra's tenant as a domain, people's own issuer is the tenant's by id; then it has to be the very connection
   * that has named them.
   */
  public boolean canName(FederatedIdentity identity) {
    String issuer = client.issuer().value();
    return identity.seenThrough().namesAlike(client)
        && (issuer.equals(identity.subject().issuer()) || client.issuer().equals(identity.seenThrough().issuer()));
  }

  /** The connection with another secret only: what was proven through it stays proven. */
  public SsoConnection withSecret(ClientSecret secret, Instant now) {
    return new SsoConnection(organizationId, version,
        new OidcClient(client.provider(), client.issuer(), client.clientId(), secret), callback, now, lastSignInAt,
        ownerProvenAt, rowVersion);
  }

  /** The connection to another provider or as another client: nobody has signed in through that yet. */
  public SsoConnection replacedBy(OidcClient other, int newVersion, Instant now) {
    return new SsoConnection(organizationId, newVersion, other, callback, now, Optional.empty(), Optional.empty(),
        rowVersion);
  }

  /**
   * The connection with another address to come back to: that people get in, an owner has to prove anew, since the
   * provider may not know it.
   */
  public SsoConnection calledBackAt(CallbackMode mode, Instant now) {
    return new SsoConnection(organizationId, version, client, mode, now, lastSignInAt,
        mode == callback ? ownerProvenAt : Optional.empty(), rowVersion);
  }
}
