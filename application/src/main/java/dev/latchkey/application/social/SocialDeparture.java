package dev.latchkey.application.social;

import dev.latchkey.application.onetime.LinkTokens;
import dev.latchkey.application.sso.RelyingParty;
import dev.latchkey.application.sso.RelyingParty.Authorization;
import dev.latchkey.application.sso.RelyingParty.AuthorizationWish;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.onetime.LinkToken;
import dev.latchkey.domain.onetime.Purpose;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.social.SocialCallbacks;
import dev.latchkey.domain.social.SocialClients;
import dev.latchkey.domain.social.SocialProvider;
import dev.latchkey.domain.social.SocialRoundTrip;
import dev.latchkey.domain.sso.Handshake;
import dev.latchkey.domain.sso.OidcClient;
import dev.latchkey.domain.sso.RoundTrip;
import dev.latchkey.domain.sso.SentBrowser;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** How a browser is sent to a provider of the deployment, whatever for: remembered first, then led away. */
public final class SocialDeparture {
  private final LinkTokens states;
  private final RelyingParty relyingParty;
  private final SocialClients clients;
  private final SocialCallbacks callbacks;
  private final RandomGenerator random;

  public SocialDeparture(LinkTokens states, RelyingParty relyingParty, SocialClients clients,
      SocialCallbacks callbacks, RandomGenerator random) {
    this.states = states;
    this.relyingParty = relyingParty;
    this.clients = clients;
    this.callbacks = callbacks;
    this.random = random;
  }

  /**
   * Remembers what is needed when the browser comes back; inside the running unit of work.
   *
   * @param linking the session whose person wants to be linked; empty for signing in
   * @return empty if the provider is not offered
   */
  Optional<Prepared> prepare(SocialProvider provider, SentBrowser browser, Optional<SessionId> linking,
      Optional<String> returnTo) {
    return clients.of(provider).map(client -> {
      Handshake handshake = Handshake.random(callbacks.of(provider), random);
      SocialRoundTrip trip =
          SocialRoundTrip.to(provider, client, new RoundTrip(handshake, browser, linking, returnTo));
      return new Prepared(client, handshake, states.issue(Purpose.SOCIAL_STATE, trip.toFacts()).token());
    });
  }

  /**
   * Finds the address at the provider, outside any unit of work.
   *
   * @param hint the address that the person typed
   */
  Authorization leadAway(Prepared prepared, Optional<EmailAddress> hint) {
    return relyingParty.authorize(prepared.client(), prepared.handshake(),
        new AuthorizationWish(prepared.state().value(), hint.map(EmailAddress::value), false, false));
  }

  /** A round trip that is remembered. */
  record Prepared(OidcClient client, Handshake handshake, LinkToken state) {}
}
