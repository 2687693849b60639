package dev.latchkey.server.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A company's identity provider: a realm of its own, which knows one client, Latchkey, and the people who work there.
 * The client is confidential and has to prove each code by PKCE with S256.
 */
public final class CompanyRealm {
  public static final String CLIENT_ID = "latchkey";

  private final Keycloak keycloak;
  private final String name;
  private final String clientSecret;

  private CompanyRealm(Keycloak keycloak, String name, String clientSecret) {
    this.keycloak = keycloak;
    this.name = name;
    this.clientSecret = clientSecret;
  }

  /**
   * @param name part of the issuer
   * @param latchkey where people reach Latchkey, which is also where they land after signing out
   * @param slug of the organization, whose own callback is admitted beside the shared one
   */
  public static CompanyRealm create(Keycloak keycloak, String name, String displayName, URI latchkey, String slug) {
    String secret = UUID.randomUUID().toString();
    Map<String, Object> client = Map.of(
        "clientId", CLIENT_ID, "name", "Latchkey", "secret", secret, "publicClient", false,
        "standardFlowEnabled", true, "directAccessGrantsEnabled", false,
        "redirectUris", List.of(latchkey + "/api/auth/sso/callback",
            latchkey + "/api/auth/sso/" + slug + "/callback"),
        "attributes", Map.of("pkce.code.challenge.method", "S256",
            "post.logout.redirect.uris", latchkey + "##" + latchkey + "/"));
    keycloak.admin().post("", Map.of("realm", name, "displayName", displayName, "enabled", true,
        "clients", List.of(client), "components", RealmKey.components()));
    return new CompanyRealm(keycloak, name, secret);
  }

  /** What the connection's settings want. */
  public String issuer() {
    return keycloak.uri() + "/realms/" + name;
  }

  /** The secret that the client began with. */
  public String clientSecret() {
    return clientSecret;
  }

  /** Somebody starts to work there. */
  public void hire(Employee employee) {
    keycloak.admin().post("/" + name + "/users", employee.representation());
  }

  /** Keeps the account, but doesn't let its owner in any more, nor renews what was given out. */
  public void disable(Employee employee) {
    keycloak.admin().put("/" + name + "/users/" + id(employee), Map.of("enabled", false));
  }

  /** How often somebody is signed in here. */
  public int sessionsOf(Employee employee) {
    return keycloak.admin().get("/" + name + "/users/" + id(employee) + "/sessions").size();
  }

  /** Ends all sessions, of everybody. */
  public void logOutAll() {
    keycloak.admin().post("/" + name + "/logout-all", Map.of());
  }

  /** Signs with a new key from now on; what the old one signed can't be checked any more. */
  public void rotateKeys() {
    JsonNode realm = keycloak.admin().get("/" + name);
    JsonNode providers = keycloak.admin().get("/" + name + "/components?type=org.keycloak.keys.KeyProvider");
    keycloak.admin().post("/" + name + "/components", Map.of(
        "name", "rsa-" + UUID.randomUUID(), "providerId", "rsa-generated",
        "providerType", "org.keycloak.keys.KeyProvider", "parentId", realm.path("id").asText(),
        "config", Map.of("priority", List.of("200"), "algorithm", List.of("RS256"), "enabled", List.of("true"),
            "active", List.of("true"))));
    for (JsonNode provider : providers) {
      if (provider.path("providerId").asText().equals(RealmKey.PROVIDER)) {
        keycloak.admin().delete("/" + name + "/components/" + provider.path("id").asText());
      }
    }
  }

  /** The client gets another secret. @return the new one */
  public String changeClientSecret() {
    return keycloak.admin().post(client() + "/client-secret", Map.of()).path("value").asText();
  }

  public void deleteClient() {
    keycloak.admin().delete(client());
  }

  /** The ids of the keys that signatures can be checked with. */
  public List<String> signingKeys() {
    return keycloak.admin().get("/" + name + "/keys").path("keys").valueStream()
        .filter(key -> key.path("use").asText().equals("SIG") && key.path("algorithm").asText().equals("RS256"))
        .map(key -> key.path("kid").asText()).toList();
  }

  private String client() {
    return "/" + name + "/clients/"
        + keycloak.admin().get("/" + name + "/clients?clientId=" + CLIENT_ID).path(0).path("id").asText();
  }

  private String id(Employee employee) {
    return keycloak.admin().get("/" + name + "/users?exact=true&username=" + employee.username()).path(0).path("id")
        .asText();
  }
}
