package dev.latchkey.adapter.idp.hostile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What the provider says about itself (OpenID Connect Discovery 1.0 §3). */
final class Metadata {
  private static final Object NOTHING = new Object();

  private final String issuer;
  private final Map<String, Object> changed = new ConcurrentHashMap<>();

  Metadata(String issuer) {
    this.issuer = issuer;
  }

  void put(String name, @Nullable Object value) {
    changed.put(name, value == null ? NOTHING : value);
  }

  void reset() {
    changed.clear();
  }

  boolean namesItselfInAnswers() {
    return Boolean.TRUE.equals(claims(Set.of()).get("authorization_response_iss_parameter_supported"));
  }

  Map<String, Object> claims(Set<Lie> lies) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("issuer", lies.contains(Lie.DISCOVERY_OF_ANOTHER_ISSUER) ? "https://login.other.example" : issuer);
    claims.put("authorization_endpoint", issuer + Endpoint.AUTHORIZE.path);
    claims.put("token_endpoint", issuer + Endpoint.TOKEN.path);
    claims.put("userinfo_endpoint", issuer + Endpoint.USERINFO.path);
    claims.put("jwks_uri", issuer + Endpoint.KEYS.path);
    claims.put("end_session_endpoint", issuer + Endpoint.SIGN_OUT.path);
    claims.put("response_types_supported", List.of("code"));
    claims.put("subject_types_supported", List.of("public"));
    claims.put("id_token_signing_alg_values_supported", List.of("RS256"));
    claims.put("token_endpoint_auth_methods_supported", List.of("client_secret_basic", "client_secret_post"));
    claims.put("code_challenge_methods_supported", List.of("S256"));
    claims.put("scopes_supported", List.of("openid", "profile", "email", "offline_access"));
    claims.put("authorization_response_iss_parameter_supported", true);
    claims.putAll(changed);
    claims.values().removeIf(NOTHING::equals);
    return claims;
  }
}
