package dev.latchkey.adapter.idp.sso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapter.idp.hostile.TestProvider;
import dev.latchkey.application.sso.RelyingParty;
import dev.latchkey.application.sso.RelyingParty.Authorization;
import dev.latchkey.application.sso.RelyingParty.AuthorizationWish;
import dev.latchkey.application.sso.RelyingParty.Redemption;
import dev.latchkey.domain.sso.CallbackAnswer;
import dev.latchkey.domain.sso.ClientId;
import dev.latchkey.domain.sso.ClientSecret;
import dev.latchkey.domain.sso.Handshake;
import dev.latchkey.domain.sso.IssuerUrl;
import dev.latchkey.domain.sso.OidcClient;
import dev.latchkey.domain.sso.OidcIdentity;
import dev.latchkey.domain.sso.Provider;
import dev.latchkey.domain.sso.SsoFault;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

/** A sign-in from our authorization request to what we make of the answer, with a browser that does as it is told. */
final class RoundTrip {
  static final AuthorizationWish PLAIN = new AuthorizationWish("state-1", Optional.empty(), false, false);
  static final AuthorizationWish OFFLINE = new AuthorizationWish("state-2", Optional.empty(), false, true);
  static final AuthorizationWish ANEW = new AuthorizationWish("state-3", Optional.empty(), true, false);
  private static final URI CALLBACK = URI.create("http://localhost:9080/api/auth/sso/callback");

  private final RelyingParty relyingParty;
  private final OidcClient client;
  private final HttpClient browser = HttpClient.newHttpClient();
  final Handshake handshake = Handshake.random(CALLBACK, new Random(7));

  RoundTrip(RelyingParty relyingParty, OidcClient client) {
    this.relyingParty = relyingParty;
    this.client = client;
  }

  static OidcClient clientOf(TestProvider provider, Provider kind) {
    return new OidcClient(kind, new IssuerUrl(provider.issuer()), new ClientId(provider.clientId()),
        new ClientSecret(provider.clientSecret()));
  }

  Redemption signIn() {
    return redeem(answer(PLAIN));
  }

  OidcIdentity identity() {
    Redemption redemption = signIn();
    assertThat(redemption).isInstanceOf(Redemption.Identified.class);
    return ((Redemption.Identified) redemption).identity();
  }

  SsoFault refusal() {
    return faultOf(signIn());
  }

  Redemption redeem(CallbackAnswer answer) {
    return relyingParty.redeem(client, handshake, answer);
  }

  static SsoFault faultOf(Redemption redemption) {
    assertThat(redemption).isInstanceOf(Redemption.Refused.class);
    return ((Redemption.Refused) redemption).problem().fault();
  }

  CallbackAnswer answer(AuthorizationWish wish) {
    Authorization authorization = relyingParty.authorize(client, handshake, wish);
    assertThat(authorization).isInstanceOf(Authorization.At.class);
    Map<String, String> answer = visit(((Authorization.At) authorization).location());
    assertThat(answer).containsEntry("state", wish.state());
    return new CallbackAnswer(Optional.ofNullable(answer.get("code")), Optional.ofNullable(answer.get("iss")),
        Optional.ofNullable(answer.get("error")), Optional.ofNullable(answer.get("error_description")));
  }

  private Map<String, String> visit(URI location) {
    try {
      URI back = URI.create(browser.send(HttpRequest.newBuilder(location).build(), BodyHandlers.discarding()).headers()
          .firstValue("Location").orElseThrow());
      assertThat(back.toString()).startsWith(CALLBACK.toString());
      return Arrays.stream(back.getRawQuery().split("&")).map(pair -> pair.split("=", 2))
          .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
