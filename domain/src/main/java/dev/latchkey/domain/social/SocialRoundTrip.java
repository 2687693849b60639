package dev.latchkey.domain.social;

import dev.latchkey.domain.sso.ClientId;
import dev.latchkey.domain.sso.IssuerUrl;
import dev.latchkey.domain.sso.OidcClient;
import dev.latchkey.domain.sso.RoundTrip;
import java.util.Map;

/**
 * A browser's way to a provider of the deployment and back. Settings have no version, so that it names the client itself:
 * if the operator sets up another one meanwhile, nothing comes of it.
 */
public record SocialRoundTrip(SocialProvider provider, IssuerUrl issuer, ClientId clientId, RoundTrip way) {

  public static SocialRoundTrip to(SocialProvider provider, OidcClient client, RoundTrip way) {
    return new SocialRoundTrip(provider, client.issuer(), client.clientId(), way);
  }

  /** Whether this is the client as which the browser was sent. */
  public boolean wasBegunAs(OidcClient client) {
    return client.provider() == provider.kind() && client.sharesSecretWith(issuer, clientId);
  }

  /** The form in which it waits inside a one-time secret. */
  public Map<String, String> toFacts() {
    Map<String, String> facts = way.toFacts();
    facts.put("provider", provider.name());
    facts.put("issuer", issuer.value());
    facts.put("clientId", clientId.value());
    return facts;
  }

  /** @throws IllegalArgumentException if the facts are not those of such a round trip */
  public static SocialRoundTrip fromFacts(Map<String, String> facts) {
    return new SocialRoundTrip(SocialProvider.valueOf(RoundTrip.required(facts, "provider")),
        new IssuerUrl(RoundTrip.required(facts, "issuer")), new ClientId(RoundTrip.required(facts, "clientId")),
        RoundTrip.fromFacts(facts));
  }
}
