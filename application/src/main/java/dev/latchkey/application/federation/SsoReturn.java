package dev.latchkey.application.federation;

import dev.latchkey.application.onetime.LinkTokens;
import dev.latchkey.application.onetime.OneTimeSecrets.Taken;
import dev.latchkey.application.organization.Organizations;
import dev.latchkey.application.sso.SsoConnections;
import dev.latchkey.domain.onetime.LinkToken;
import dev.latchkey.domain.onetime.Purpose;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.organization.Slug;
import dev.latchkey.domain.session.TokenHash;
import dev.latchkey.domain.sso.CallbackAddresses;
import dev.latchkey.domain.sso.SsoConnection;
import dev.latchkey.domain.sso.SsoFault;
import dev.latchkey.domain.sso.SsoProblem;
import dev.latchkey.domain.sso.SsoRoundTrip;
import java.net.URI;
import java.util.Optional;

/** Finds out what a browser that comes back was sent away for. All of it inside the running unit of work. */
public final class SsoReturn {
  private final LinkTokens states;
  private final Organizations organizations;
  private final SsoConnections connections;
  private final CallbackAddresses addresses;

  public SsoReturn(LinkTokens states, Organizations organizations, SsoConnections connections,
      CallbackAddresses addresses) {
    this.states = states;
    this.organizations = organizations;
    this.connections = connections;
    this.addresses = addresses;
  }

  /**
   * Uses the state up, whatever it is then found to be: one that turns up in the wrong place must not work in the right
   * one any more.
   *
   * @param dedicated whose own callback it came to; empty for the shared one
   */
  Back take(Optional<LinkToken> state, TokenHash browser, Optional<Slug> dedicated) {
    if (state.isEmpty()) {
      return new Back.Stray(new SsoProblem(SsoFault.STATE_INVALID, "It is missing or not one of ours."));
    }
    return switch (states.redeem(Purpose.SSO_STATE, state.get())) {
      case Taken.Granted granted -> recognize(SsoRoundTrip.fromFacts(granted.facts()), browser, dedicated);
      case Taken.Refused refused -> new Back.Stray(new SsoProblem(SsoFault.STATE_INVALID, refused.reason()));
    };
  }

  private Back recognize(SsoRoundTrip trip, TokenHash browser, Optional<Slug> dedicated) {
    Organization organization = organizations.find(trip.organization()).orElseThrow();
    URI cameTo = dedicated.map(addresses::dedicated).orElseGet(addresses::shared);
    Optional<SsoProblem> problem = trip.way().problemOf(browser, cameTo);
    if (problem.isPresent()) {
      return new Back.Mismatch(trip, organization, problem.get());
    }
    return connection(trip).<Back>map(connection -> new Back.Expected(trip, organization, connection))
        .orElseGet(() -> new Back.Mismatch(trip, organization, new SsoProblem(SsoFault.CONNECTION_CHANGED,
            "It was begun through version " + trip.connectionVersion() + " of the connection.")));
  }

  /** The connection, if it is still the one through which the trip was begun. */
  Optional<SsoConnection> connection(SsoRoundTrip trip) {
    return connections.find(trip.organization()).filter(it -> it.version() == trip.connectionVersion());
  }

  /** What came back. */
  sealed interface Back {
    record Expected(SsoRoundTrip trip, Organization organization, SsoConnection connection) implements Back {}

    /** It belongs to a trip of this organization, but does not fit. */
    record Mismatch(SsoRoundTrip trip, Organization organization, SsoProblem problem) implements Back {}

    /** It belongs to nothing. */
    record Stray(SsoProblem problem) implements Back {}
  }
}
