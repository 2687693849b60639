package dev.latchkey.domain.social;

import dev.latchkey.domain.sso.FederatedSubject;
import dev.latchkey.domain.sso.OidcClient;
import dev.latchkey.domain.sso.Provider;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** As whom this deployment is registered at the providers; those without a client are not offered. */
public record SocialClients(Map<SocialProvider, OidcClient> clients) {
  private static final Pattern TENANT_ID = Pattern.compile("/[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}/");
  public static final SocialClients NONE = new SocialClients(Map.of());

  /** @throws IllegalArgumentException if a client is of another kind than its provider */
  public SocialClients {
    clients = Map.copyOf(clients);
    clients.forEach((provider, client) -> {
      if (client.provider() != provider.kind()) {
        throw new IllegalArgumentException("A client of another kind than " + provider);
      }
    });
  }

  /** With one more. */
  public SocialClients with(SocialProvider provider, OidcClient client) {
    Map<SocialProvider, OidcClient> all = new EnumMap<>(SocialProvider.class);
    all.putAll(clients);
    all.put(provider, client);
    return new SocialClients(all);
  }

  public Optional<OidcClient> of(SocialProvider provider) {
    return Optional.ofNullable(clients.get(provider));
  }

  /** Always in the same order. */
  public List<SocialProvider> offered() {
    return Arrays.stream(SocialProvider.values()).filter(clients::containsKey).toList();
  }

  /** Whether people can sign in by it today: the operator may have taken the provider away, or named another one. */
  public boolean leadsIn(SocialIdentity identity) {
    return of(identity.provider()).filter(client -> canName(client, identity.subject())).isPresent();
  }

  /** People at Microsoft are named by their tenant's id, which a client may leave open. */
  private static boolean canName(OidcClient client, FederatedSubject subject) {
    String issuer = client.issuer().value();
    return issuer.equals(subject.issuer())
        || (client.provider() == Provider.AZURE && !TENANT_ID.matcher(issuer).find());
  }
}
