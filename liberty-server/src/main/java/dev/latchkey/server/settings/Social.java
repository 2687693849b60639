package dev.latchkey.server.settings;

import dev.latchkey.domain.InvalidValue;
import dev.latchkey.domain.network.AddressPolicy;
import dev.latchkey.domain.social.SocialClients;
import dev.latchkey.domain.social.SocialProvider;
import dev.latchkey.domain.sso.ClientId;
import dev.latchkey.domain.sso.ClientSecret;
import dev.latchkey.domain.sso.IssuerRule;
import dev.latchkey.domain.sso.IssuerUrl;
import dev.latchkey.domain.sso.OidcClient;
import java.util.Optional;
import java.util.function.Function;

/** As whom the deployment is registered at Google and Microsoft. */
final class Social {
  private final Values values;
  private final IssuerRule issuers;

  private Social(Values values, IssuerRule issuers) {
    this.values = values;
    this.issuers = issuers;
  }

  static SocialClients read(Values values, AddressPolicy outbound) {
    Social social = new Social(values, new IssuerRule(outbound));
    SocialClients clients = SocialClients.NONE;
    for (SocialProvider provider : SocialProvider.values()) {
      Optional<OidcClient> client = social.client(provider);
      clients = client.isPresent() ? clients.with(provider, client.get()) : clients;
    }
    return clients;
  }

  /** Empty if it is not set up, or not rightly. */
  private Optional<OidcClient> client(SocialProvider provider) {
    String prefix = "LATCHKEY_SOCIAL_" + provider.name();
    String idName = prefix + "_CLIENT_ID";
    String secretName = prefix + "_CLIENT_SECRET";
    Optional<String> id = values.text(idName);
    Optional<Secret> secret = values.secret(secretName);
    Optional<IssuerUrl> issuer =
        parsed(prefix + "_ISSUER", values.text(prefix + "_ISSUER", usualIssuer(provider)), this::issuer);
    if (id.isPresent() != secret.isPresent()) {
      values.refuse(idName, "and " + secretName + " must be set together");
      return Optional.empty();
    }
    Optional<ClientId> clientId = id.flatMap(text -> parsed(idName, text, ClientId::new));
    Optional<ClientSecret> clientSecret =
        secret.flatMap(text -> parsed(secretName, text.value(), ClientSecret::new));
    return clientId.isPresent() && clientSecret.isPresent() && issuer.isPresent()
        ? Optional.of(new OidcClient(provider.kind(), issuer.get(), clientId.get(), clientSecret.get()))
        : Optional.empty();
  }

  private IssuerUrl issuer(String text) {
    IssuerUrl issuer = new IssuerUrl(text);
    if (!issuers.admits(issuer)) {
      throw new InvalidValue("issuerUrl", "REFUSED", "It leads where LATCHKEY_OUTBOUND_ALLOW lets no call go.");
    }
    return issuer;
  }

  private <T> Optional<T> parsed(String name, String text, Function<String, T> parser) {
    try {
      return Optional.of(parser.apply(text));
    } catch (InvalidValue e) {
      values.refuse(name, "can't be used: " + e.reason());
      return Optional.empty();
    }
  }

  private static String usualIssuer(SocialProvider provider) {
    return switch (provider) {
      case GOOGLE -> IssuerUrl.GOOGLE.value();
      case MICROSOFT -> "https://login.microsoftonline.com/common/v2.0";
    };
  }
}
