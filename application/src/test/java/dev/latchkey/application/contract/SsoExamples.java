package dev.latchkey.application.contract;

import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.sso.ClientId;
import dev.latchkey.domain.sso.ClientSecret;
import dev.latchkey.domain.sso.FederatedIdentity;
import dev.latchkey.domain.sso.FederatedSubject;
import dev.latchkey.domain.sso.IdentityId;
import dev.latchkey.domain.sso.IssuerUrl;
import dev.latchkey.domain.sso.OidcClient;
import dev.latchkey.domain.sso.Provider;
import dev.latchkey.domain.sso.SeenThrough;
import java.time.Instant;
import java.util.Optional;

/** Clients of identity providers, and who is known there. */
public final class SsoExamples {
  private static final String ISSUER = "https://login.acme.example";

  private SsoExamples() {}

  public static OidcClient client(String clientId) {
    return client(Provider.OIDC, clientId);
  }

  public static OidcClient client(Provider provider, String clientId) {
    return new OidcClient(provider, new IssuerUrl(ISSUER), new ClientId(clientId),
        new ClientSecret("top secret of " + clientId));
  }

  /** Somebody of the provider of {@link #client}. */
  public static FederatedIdentity identity(OrganizationId organization, UserId user, String subject, Instant linkedAt) {
    return new FederatedIdentity(new IdentityId(Examples.id()), organization, new FederatedSubject(ISSUER, subject),
        SeenThrough.of(client("any")), user, Optional.of(new EmailAddress("somebody@acme.example")), linkedAt,
        Optional.empty());
  }
}
