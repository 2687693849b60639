package dev.latchkey.application.social;

import dev.latchkey.application.onetime.LinkTokens;
import dev.latchkey.application.onetime.OneTimeSecrets.Taken;
import dev.latchkey.domain.onetime.LinkToken;
import dev.latchkey.domain.onetime.Purpose;
import dev.latchkey.domain.session.TokenHash;
import dev.latchkey.domain.social.SocialCallbacks;
import dev.latchkey.domain.social.SocialClients;
import dev.latchkey.domain.social.SocialProvider;
import dev.latchkey.domain.social.SocialRoundTrip;
import dev.latchkey.domain.sso.OidcClient;
import dev.latchkey.domain.sso.SsoFault;
import dev.latchkey.domain.sso.SsoProblem;
import java.util.Optional;

/** Finds out what a browser that comes back was sent away for, inside the running unit of work. */
public final class SocialReturn {
  private final LinkTokens states;
  private final SocialClients clients;
  private final SocialCallbacks callbacks;

  public SocialReturn(LinkTokens states, SocialClients clients, SocialCallbacks callbacks) {
    this.states = states;
    this.clients = clients;
    this.callbacks = callbacks;
  }

  boolean isOffered(SocialProvider provider) {
    return clients.of(provider).isPresent();
  }

  /**
   * Uses the state up, whatever it is then found to be: one that turns up in the wrong place must not work in the right
   * one any more.
   *
   * @param cameTo whose callback it came to
   */
  Back take(Optional<LinkToken> state, TokenHash browser, SocialProvider cameTo) {
    if (state.isEmpty()) {
      return stray("It is missing or not one of ours.");
    }
    return switch (states.redeem(Purpose.SOCIAL_STATE, state.get())) {
      case Taken.Granted granted -> recognize(SocialRoundTrip.fromFacts(granted.facts()), browser, cameTo);
      case Taken.Refused refused -> stray(refused.reason());
    };
  }

  private Back recognize(SocialRoundTrip trip, TokenHash browser, SocialProvider cameTo) {
    Optional<SsoProblem> problem = trip.way().problemOf(browser, callbacks.of(cameTo));
    if (problem.isPresent()) {
      return new Back.Unexpected(problem.get());
    }
    return clients.of(trip.provider()).filter(trip::wasBegunAs)
        .<Back>map(client -> new Back.Expected(trip, client))
        .orElseGet(() -> new Back.Unexpected(
            new SsoProblem(SsoFault.CONNECTION_CHANGED, "It was begun as another client: " + trip.clientId().value())));
  }

  private static Back stray(String detail) {
    return new Back.Unexpected(new SsoProblem(SsoFault.STATE_INVALID, detail));
  }

  /** What came back. */
  sealed interface Back {
    record Expected(SocialRoundTrip trip, OidcClient client) implements Back {}

    /** It belongs to nothing, or not here. */
    record Unexpected(SsoProblem problem) implements Back {}
  }
}
