package dev.latchkey.adapter.idp.sso;

import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.Prompt;
import dev.latchkey.application.sso.RelyingParty.AuthorizationWish;
import dev.latchkey.domain.sso.Handshake;
import dev.latchkey.domain.sso.OidcClient;
import dev.latchkey.domain.sso.Provider;
import java.net.URI;

/** Where browsers are sent to sign in (OpenID Connect Core 1.0 §3.1.2.1), always with nonce and PKCE by S256. */
final class AuthorizationUrls {
  private AuthorizationUrls() {}

  static URI of(OidcClient client, ProviderMetadata metadata, Handshake handshake, AuthorizationWish wish) {
    boolean google = client.provider() == Provider.GOOGLE;
    Scope scope = new Scope("openid", "profile", "email");
    if (wish.refreshToken() && metadata.refreshTokensByScope()) {
      scope.add("offline_access");
    }
    AuthenticationRequest.Builder request = new AuthenticationRequest.Builder(ResponseType.CODE, scope,
        new ClientID(client.clientId().value()), handshake.redirectUri())
        .endpointURI(metadata.authorization()).state(new State(wish.state())).nonce(new Nonce(handshake.nonce()))
        .codeChallenge(new CodeVerifier(handshake.codeVerifier()), CodeChallengeMethod.S256);
    wish.loginHint().ifPresent(request::loginHint);
    if (wish.refreshToken() && google) {
      request.customParameter("access_type", "offline");
    }
    if (wish.signInAnew()) {
      // Google knows no other way to make somebody choose. With max_age, providers have to say when they last asked.
      request.prompt(google ? Prompt.Type.SELECT_ACCOUNT : Prompt.Type.LOGIN).maxAge(0);
    }
    return request.build().toURI();
  }
}
