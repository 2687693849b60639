package dev.latchkey.adapter.web.identity;

import dev.latchkey.application.federation.ListIdentities;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.federation.LinkedIdentity;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.social.SocialIdentity;
import dev.latchkey.domain.sso.FederatedIdentity;
import dev.latchkey.domain.sso.OidcClient;
import dev.latchkey.domain.sso.Provider;
import dev.latchkey.domain.sso.SsoConnection;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One of the person's linked identities.
 *
 * @param kind {@code organization}, or {@code social} if it is the account's alone
 * @param organization whose identity provider it is; null for {@code social}
 * @param provider which one the organization has today, null if it has none; or the provider itself
 * @param issuer of whom the identity is
 * @param email what the provider called the person when last seen; null if it named no address
 * @param leadsIn whether the person can sign in by it today
 * @param lastUsedAt null if it was never used
 */
record IdentityData(String id, String kind, @Nullable Where organization, @Nullable String provider, String issuer,
    @Nullable String email,
    boolean leadsIn, Instant linkedAt, @Nullable Instant lastUsedAt) {

  static IdentityData of(LinkedIdentity linked) {
    FederatedIdentity identity = linked.identity();
    Organization organization = linked.organization();
    return new IdentityData(identity.id().value(), "organization",
        new Where(organization.id().value(), organization.slug().value(), organization.name().value()),
        linked.connection().map(SsoConnection::client).map(OidcClient::provider).map(IdentityData::word).orElse(null),
        identity.subject().issuer(), identity.email().map(EmailAddress::value).orElse(null), linked.leadsIn(),
        identity.linkedAt(), identity.lastUsedAt().orElse(null));
  }

  static IdentityData of(ListIdentities.Social linked) {
    SocialIdentity identity = linked.identity();
    return new IdentityData(identity.id().value(), "social", null, identity.provider().word(),
        identity.subject().issuer(), identity.email().map(EmailAddress::value).orElse(null), linked.leadsIn(),
        identity.linkedAt(), identity.lastUsedAt().orElse(null));
  }

  /** As settings name it. */
  static String word(Provider provider) {
    return provider.name().toLowerCase(Locale.ROOT);
  }

  /** The organization whose identity provider it is. */
  record Where(String id, String slug, String name) {}
}
