package dev.latchkey.application.federation;

import dev.latchkey.application.onetime.LinkTokens;
import dev.latchkey.application.sso.RelyingParty;
import dev.latchkey.application.sso.RelyingParty.Authorization;
import dev.latchkey.application.sso.RelyingParty.AuthorizationWish;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.onetime.LinkToken;
import dev.latchkey.domain.onetime.Purpose;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.sso.CallbackAddresses;
import dev.latchkey.domain.sso.Handshake;
import dev.latchkey.domain.sso.RoundTrip;
import dev.latchkey.domain.sso.SentBrowser;
import dev.latchkey.domain.sso.SsoConnection;
import dev.latchkey.domain.sso.SsoRoundTrip;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** How a browser is sent to an organization's identity provider, whatever for: remembered first, then led away. */
public final class SsoDeparture {
  private final LinkTokens states;
  private final RelyingParty relyingParty;
  private final CallbackAddresses addresses;
  private final boolean lookedAfter;
  private final InstantSource clock;
  private final RandomGenerator random;

  /** @param lookedAfter whether sessions are to be checked at the provider later */
  public SsoDeparture(LinkTokens states, RelyingParty relyingParty, CallbackAddresses addresses, boolean lookedAfter,
      InstantSource clock, RandomGenerator random) {
    this.states = states;
    this.relyingParty = relyingParty;
    this.addresses = addresses;
    this.lookedAfter = lookedAfter;
    this.clock = clock;
    this.random = random;
  }

  /** Remembers what is needed when the browser comes back; inside the running unit of work. */
  Prepared prepare(Organization organization, SsoConnection connection, Purposes purposes) {
    Handshake handshake = Handshake.random(addresses.of(connection.callback(), organization.slug()), random);
    SsoRoundTrip trip = new SsoRoundTrip(organization.id(), connection.version(),
        new RoundTrip(handshake, purposes.browser(), purposes.linking(), purposes.returnTo()),
        purposes.anew() ? Optional.of(clock.instant()) : Optional.empty(), purposes.invitation());
    return new Prepared(organization, connection, handshake, purposes.anew(),
        states.issue(Purpose.SSO_STATE, trip.toFacts()).token());
  }

  /**
   * Finds the address at the provider, outside any unit of work.
   *
   * @param hint the address that the person typed
   */
  Authorization leadAway(Prepared prepared, Optional<EmailAddress> hint) {
    return relyingParty.authorize(prepared.connection().client(), prepared.handshake(),
        new AuthorizationWish(prepared.state().value(), hint.map(EmailAddress::value), prepared.anew(), lookedAfter));
  }

  /**
   * What for, as in {@link SsoRoundTrip}.
   *
   * @param anew whether the provider shall ask again who it is
   */
  record Purposes(SentBrowser browser, boolean anew, Optional<SessionId> linking, Optional<LinkToken> invitation,
      Optional<String> returnTo) {}

  /** A round trip that is remembered. */
  record Prepared(Organization organization, SsoConnection connection, Handshake handshake, boolean anew,
      LinkToken state) {}
}
