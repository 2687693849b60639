package dev.latchkey.adapter.idp.sso;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import dev.latchkey.adapter.idp.sso.TokenCalls.Tokens;
import dev.latchkey.application.network.OutboundHttp;
import dev.latchkey.application.sso.RelyingParty;
import dev.latchkey.domain.sso.CallbackAnswer;
import dev.latchkey.domain.sso.Handshake;
import dev.latchkey.domain.sso.OidcClient;
import dev.latchkey.domain.sso.OidcIdentity;
import dev.latchkey.domain.sso.ProviderTokens;
import dev.latchkey.domain.sso.SsoFault;
import java.net.URI;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** {@link RelyingParty} by pac4j and the Nimbus SDK below it, neither of which opens a connection by itself. */
public final class OidcRelyingParty implements RelyingParty {
  private final ProviderHttp http;
  private final TokenCalls tokenCalls;
  private final KnownProviders providers;
  private final InstantSource clock;

  public OidcRelyingParty(OutboundHttp http, InstantSource clock) {
    this.http = new ProviderHttp(http);
    this.clock = clock;
    tokenCalls = new TokenCalls(this.http);
    providers = new KnownProviders(this.http, clock);
  }

  @Override
  public Authorization authorize(OidcClient client, Handshake handshake, AuthorizationWish wish) {
    try {
      // Nobody shall sign in there in vain.
      TokenCalls.secretOf(client);
      ProviderMetadata metadata = providers.of(client).metadata(new Deadline());
      return new Authorization.At(AuthorizationUrls.of(client, metadata, handshake, wish));
    } catch (Refusal e) {
      return new Authorization.Impossible(e.problem());
    }
  }

  @Override
  public Redemption redeem(OidcClient client, Handshake handshake, CallbackAnswer answer) {
    try {
      return redeemed(client, handshake, answer, new Deadline());
    } catch (Refusal e) {
      return new Redemption.Refused(e.problem());
    }
  }

  @Override
  public Renewal refresh(OidcClient client, String refreshToken) {
    Deadline deadline = new Deadline();
    try {
      ProviderMetadata metadata = providers.of(client).metadata(deadline);
      Tokens tokens = tokenCalls.refresh(client, metadata, refreshToken, deadline);
      if (tokens.accessToken().isEmpty()) {
        throw new Refusal(SsoFault.NOT_JSON, "The provider's answer lacks the access token (RFC 6749 §5.1).");
      }
      return new Renewal.StillThere(tokens.refreshToken().filter(token -> !token.equals(refreshToken)));
    } catch (Refusal e) {
      return e.fault() == SsoFault.REFUSED_BY_PROVIDER
          ? new Renewal.Gone(e.problem())
          : new Renewal.Unclear(e.problem());
    }
  }

  @Override
  public Optional<URI> signOut(OidcClient client, String idToken, URI returnTo) {
    try {
      Optional<URI> endpoint = providers.of(client).metadata(new Deadline()).signOut();
      return endpoint.isEmpty()
          ? Optional.empty()
          : Optional.of(new LogoutRequest(endpoint.get(), JWTParser.parse(idToken), null,
              new ClientID(client.clientId().value()), returnTo, null, null).toURI());
    } catch (Refusal | ParseException e) {
      return Optional.empty();
    }
  }

  @Override
  public Examination examine(OidcClient client) {
    providers.forget(client);
    return new Examiner(http, tokenCalls).examine(client);
  }

  private Redemption redeemed(OidcClient client, Handshake handshake, CallbackAnswer answer, Deadline deadline)
      throws Refusal {
    KnownProvider provider = providers.of(client);
    ProviderMetadata metadata = provider.metadata(deadline);
    String code = AnswerRules.codeOf(answer, metadata);
    Tokens tokens = tokenCalls.redeem(client, metadata, handshake, code, deadline);
    IdTokenRules rules = new IdTokenRules(client, metadata.issuer(), handshake.nonce(), clock.instant());
    JWTClaimsSet claims = IdTokens.validated(tokens, rules, metadata, provider.keys(deadline));
    OidcIdentity identity = People.identified(rules, claims, told(claims, tokens, metadata, deadline));
    return new Redemption.Identified(identity,
        new ProviderTokens(tokens.idToken().orElseThrow(), tokens.refreshToken()));
  }

  /** Userinfo is asked only by need: it costs a call, and an ID token is signed. */
  private Map<String, Object> told(JWTClaimsSet claims, Tokens tokens, ProviderMetadata metadata, Deadline deadline)
      throws Refusal {
    boolean enough = claims.getClaim("email") != null;
    if (enough || metadata.userinfo().isEmpty() || tokens.accessToken().isEmpty()) {
      return claims.getClaims();
    }
    Json told = http.get(metadata.userinfo().get(), tokens.accessToken().get(), deadline).ofSuccess();
    if (!told.text("sub").equals(Optional.ofNullable(claims.getSubject()))) {
      throw new Refusal(SsoFault.USERINFO_DIFFERS, "Userinfo is about somebody else than the ID token (sub).");
    }
    return told.members();
  }
}
