package dev.latchkey.application.sso;

import dev.latchkey.domain.sso.CallbackAnswer;
import dev.latchkey.domain.sso.Handshake;
import dev.latchkey.domain.sso.OidcClient;
import dev.latchkey.domain.sso.OidcIdentity;
import dev.latchkey.domain.sso.ProviderTokens;
import dev.latchkey.domain.sso.SsoProblem;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Us as a client of identity providers (OpenID Connect Core 1.0 §3.1, RFC 9700). Calls leave the house and take as long
 * as the provider takes, a few seconds at most: never inside a unit of work. What a provider does wrong is an answer, not
 * an exception. So is a client without a secret, for which nobody is sent or asked.
 */
public interface RelyingParty {
  /** Where to send a browser; the provider's metadata are fetched if they are not known yet. */
  Authorization authorize(OidcClient client, Handshake handshake, AuthorizationWish wish);

  /** Redeems the code and believes nothing that was not validated. */
  Redemption redeem(OidcClient client, Handshake handshake, CallbackAnswer answer);

  /** Asks whether the person is still there. */
  Renewal refresh(OidcClient client, String refreshToken);

  /** Where a browser signs out at the provider, if that offers it (OpenID Connect RP-Initiated Logout 1.0 §2). */
  Optional<URI> signOut(OidcClient client, String idToken, URI returnTo);

  /** Looks at everything anew that can be seen without a person. */
  Examination examine(OidcClient client);

  /**
   * What a provider is asked besides.
   *
   * @param state by which the answer is recognised
   * @param loginHint the address that the person typed, to save typing it again
   * @param signInAnew whether the provider shall ask the person again, though it still knows them
   * @param refreshToken whether to ask for one, so that the person can be looked after later
   */
  record AuthorizationWish(String state, Optional<String> loginHint, boolean signInAnew, boolean refreshToken) {}

  /** What came of {@link #authorize}. */
  sealed interface Authorization {
    record At(URI location) implements Authorization {}

    record Impossible(SsoProblem problem) implements Authorization {}
  }

  /** What came of {@link #redeem}. */
  sealed interface Redemption {
    record Identified(OidcIdentity identity, ProviderTokens tokens) implements Redemption {}

    record Refused(SsoProblem problem) implements Redemption {}
  }

  /** What came of {@link #refresh}. */
  sealed interface Renewal {
    /** @param rotated takes the place of the token that was used, if the provider gave another one */
    record StillThere(Optional<String> rotated) implements Renewal {}

    /** The provider says that it is over. */
    record Gone(SsoProblem problem) implements Renewal {}

    /** No word that could be believed, either way. */
    record Unclear(SsoProblem problem) implements Renewal {}
  }

  /**
   * What came of {@link #examine}.
   *
   * @param problems what would make a sign-in fail; empty if nothing was found
   * @param namesItselfInAnswers whether its answers carry {@code iss} (RFC 9207); without, the dedicated callback is safer
   * @param advertisesPkce whether it says that it does S256
   * @param offersSignOut whether people can be signed out there
   */
  record Examination(List<SsoProblem> problems, boolean namesItselfInAnswers, boolean advertisesPkce,
      boolean offersSignOut) {
    public Examination {
      problems = List.copyOf(problems);
    }
  }
}
