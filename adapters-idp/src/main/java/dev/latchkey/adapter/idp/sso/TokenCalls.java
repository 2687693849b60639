package dev.latchkey.adapter.idp.sso;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import dev.latchkey.domain.sso.ClientSecret;
import dev.latchkey.domain.sso.Handshake;
import dev.latchkey.domain.sso.OidcClient;
import dev.latchkey.domain.sso.SsoFault;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Calls of the token endpoint (RFC 6749 §4.1.3, §6), proven by the client secret. */
final class TokenCalls {
  private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7E]+");

  private final ProviderHttp http;

  TokenCalls(ProviderHttp http) {
    this.http = http;
  }

  /** What the provider gave for a code or a refresh token. */
  record Tokens(Optional<String> idToken, Optional<String> accessToken, Optional<String> refreshToken) {}

  Tokens redeem(OidcClient client, ProviderMetadata metadata, Handshake handshake, String code, Deadline deadline)
      throws Refusal {
    ProviderHttp.Reply reply = post(client, metadata, new AuthorizationCodeGrant(new AuthorizationCode(code),
        handshake.redirectUri(), new CodeVerifier(handshake.codeVerifier())), deadline);
    return tokens(reply, SsoFault.CODE_REFUSED);
  }

  /** @throws Refusal with {@link SsoFault#REFUSED_BY_PROVIDER} if, and only if, the grant is over (RFC 6749 §5.2) */
  Tokens refresh(OidcClient client, ProviderMetadata metadata, String refreshToken, Deadline deadline)
      throws Refusal {
    ProviderHttp.Reply reply =
        post(client, metadata, new RefreshTokenGrant(new RefreshToken(refreshToken)), deadline);
    return tokens(reply, SsoFault.REFUSED_BY_PROVIDER);
  }

  /** Whether the client's secret is refused, which shows before a code that does not exist is. */
  Optional<Refusal> refusalOfClient(OidcClient client, ProviderMetadata metadata, Deadline deadline) {
    try {
      post(client, metadata, new AuthorizationCodeGrant(new AuthorizationCode("configuration-test"), null), deadline);
      return Optional.empty();
    } catch (Refusal e) {
      return Optional.of(e);
    }
  }

  private ProviderHttp.Reply post(OidcClient client, ProviderMetadata metadata, AuthorizationGrant grant,
      Deadline deadline) throws Refusal {
    ClientID id = new ClientID(client.clientId().value());
    Secret secret = new Secret(secretOf(client).value());
    ClientAuthentication proof =
        metadata.basic() ? new ClientSecretBasic(id, secret) : new ClientSecretPost(id, secret);
    HTTPRequest request = new TokenRequest.Builder(metadata.token(), proof, grant).build().toHTTPRequest();
    Map<String, String> headers = new HashMap<>(Map.of("Accept", "application/json"));
    if (request.getAuthorization() != null) {
      headers.put("Authorization", request.getAuthorization());
    }
    ProviderHttp.Reply reply = http.post(metadata.token(), headers, request.getBody(), deadline);
    String error = error(reply);
    if (error.equals("invalid_client") || error.equals("unauthorized_client")) {
      throw new Refusal(SsoFault.CLIENT_REFUSED,
          "The provider does not accept the client id with this secret (" + described(reply) + ").");
    }
    return reply;
  }

  /** @throws Refusal if it can't be read */
  static ClientSecret secretOf(OidcClient client) throws Refusal {
    return client.secret().orElseThrow(() -> new Refusal(SsoFault.SECRET_UNREADABLE,
        "The client secret is stored, but sealed with a key that is not in this server's key ring."));
  }

  private static Tokens tokens(ProviderHttp.Reply reply, SsoFault invalidGrant) throws Refusal {
    if (error(reply).equals("invalid_grant")) {
      throw new Refusal(invalidGrant, "The provider does not accept the grant (" + described(reply) + ").");
    }
    if (!error(reply).isEmpty()) {
      throw new Refusal(SsoFault.STATUS, "The provider refuses to give tokens (" + described(reply) + ").");
    }
    Json json = reply.ofSuccess();
    if (json.text("access_token").filter(token -> !VISIBLE.matcher(token).matches()).isPresent()) {
      throw new Refusal(SsoFault.TOKEN_MALFORMED, "The access token holds characters that none may (RFC 6750 §2.1).");
    }
    return new Tokens(json.text("id_token"), json.text("access_token"), json.text("refresh_token"));
  }

  private static String error(ProviderHttp.Reply reply) {
    return reply.status() == 200 ? "" : reply.json().flatMap(json -> json.text("error")).orElse("");
  }

  private static String described(ProviderHttp.Reply reply) {
    return ProviderWords.of(error(reply), reply.json().flatMap(json -> json.text("error_description")));
  }
}
