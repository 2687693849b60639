package dev.latchkey.server;

import dev.latchkey.application.sso.RelyingParty;
import dev.latchkey.domain.sso.CallbackAnswer;
import dev.latchkey.domain.sso.Handshake;
import dev.latchkey.domain.sso.OidcClient;
import dev.latchkey.domain.sso.SsoFault;
import dev.latchkey.domain.sso.SsoProblem;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Calls no identity provider, as long as nothing is wired that does. */
final class NoProviderCalls implements RelyingParty {
  private static final SsoProblem PROBLEM = new SsoProblem(SsoFault.UNREACHABLE, "This server makes no calls.");

  @Override
  public Authorization authorize(OidcClient client, Handshake handshake, AuthorizationWish wish) {
    return new Authorization.Impossible(PROBLEM);
  }

  @Override
  public Redemption redeem(OidcClient client, Handshake handshake, CallbackAnswer answer) {
    return new Redemption.Refused(PROBLEM);
  }

  @Override
  public Renewal refresh(OidcClient client, String refreshToken) {
    return new Renewal.Unclear(PROBLEM);
  }

  @Override
  public Optional<URI> signOut(OidcClient client, String idToken, URI returnTo) {
    return Optional.empty();
  }

  @Override
  public Examination examine(OidcClient client) {
    return new Examination(List.of(PROBLEM), false, false, false);
  }
}
