package dev.latchkey.adapter.idp.hostile;

import com.nimbusds.jose.util.Base64URL;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The endpoints that know people: what was granted, and what can be had for it. */
final class Conversation {
  private final TestProvider provider;
  private final IdTokens tokens;
  private final Statements statements;
  private final Map<String, Grant> codes = new ConcurrentHashMap<>();
  private final Map<String, Grant> accessTokens = new ConcurrentHashMap<>();
  private final Map<String, Grant> refreshTokens = new ConcurrentHashMap<>();

  Conversation(TestProvider provider, IdTokens tokens, Statements statements) {
    this.provider = provider;
    this.tokens = tokens;
    this.statements = statements;
  }

  void forget(String subject) {
    refreshTokens.values().removeIf(grant -> grant.person().subject().equals(subject));
  }

  /** Signs whoever is next in at once, and sends the browser back (RFC 6749 §4.1.2). */
  void authorize(Request request) throws IOException {
    boolean asAgreed = request.parameter("client_id").equals(provider.clientId())
        && request.parameter("response_type").equals("code")
        && request.parameter("code_challenge_method").equals("S256")
        && request.parameter("scope").contains("openid");
    if (!asAgreed) {
      request.error(400, "invalid_request");
      return;
    }
    provider.note(request.parameters());
    Map<String, String> answer = new LinkedHashMap<>();
    provider.authorizationError().ifPresentOrElse(error -> answer.put("error", error), () -> {
      String code = UUID.randomUUID().toString();
      codes.put(code, new Grant(provider.person(), request.parameters()));
      answer.put("code", code);
    });
    answer.put("state", request.parameter("state"));
    provider.issuerInAnswers().ifPresent(issuer -> answer.put("iss", issuer));
    request.redirect(request.parameter("redirect_uri"), answer);
  }

  void token(Request request) throws IOException {
    if (!request.isFrom(provider.clientId(), provider.clientSecret())) {
      request.error(401, "invalid_client");
      return;
    }
    boolean renewal = request.parameter("grant_type").equals("refresh_token");
    Optional<Grant> grant = renewal
        ? Optional.ofNullable(refreshTokens.remove(request.parameter("refresh_token")))
        : Optional.ofNullable(codes.remove(request.parameter("code"))).filter(it -> matches(it, request));
    if (grant.isEmpty()) {
      request.error(400, "invalid_grant");
      return;
    }
    request.json(200, tokens(grant.get()));
  }

  void userinfo(Request request) throws IOException {
    Optional<Grant> grant = request.bearer().map(accessTokens::get);
    if (grant.isEmpty()) {
      request.error(401, "invalid_token");
      return;
    }
    request.json(200, statements.userinfo(grant.get(), provider.lies()));
  }

  private Map<String, Object> tokens(Grant grant) {
    Map<String, Object> answer = new LinkedHashMap<>();
    boolean split = provider.lies().contains(Lie.ACCESS_TOKEN_WITH_LINE_BREAK);
    String accessToken = UUID.randomUUID() + (split ? "\r\nX-Role: admin" : "");
    accessTokens.put(accessToken, grant);
    answer.put("access_token", accessToken);
    answer.put("token_type", "Bearer");
    answer.put("expires_in", 300);
    if (!provider.lies().contains(Lie.ID_TOKEN_MISSING)) {
      answer.put("id_token",
          tokens.of(statements.idToken(grant, accessToken, provider.lies(), provider.userinfoOnly()), provider.lies()));
    }
    if (grant.offline()) {
      String refreshToken = UUID.randomUUID().toString();
      refreshTokens.put(refreshToken, grant);
      answer.put("refresh_token", refreshToken);
    }
    return answer;
  }

  /** RFC 6749 §4.1.3 and RFC 7636 §4.6. */
  private static boolean matches(Grant grant, Request request) {
    return grant.parameter("redirect_uri").equals(request.parameter("redirect_uri"))
        && grant.parameter("code_challenge").equals(challenge(request.parameter("code_verifier")));
  }

  private static String challenge(String verifier) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64URL.encode(digest).toString();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
