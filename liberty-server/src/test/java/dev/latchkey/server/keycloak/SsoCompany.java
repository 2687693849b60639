package dev.latchkey.server.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.adapter.directory.dns.TestNameServer;
import dev.latchkey.server.e2e.ApiClient;
import dev.latchkey.server.e2e.TrialMailbox;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * An organization as its owner sets it up, step by step through the public API.
 *
 * @param owner the browser in which the owner is signed in
 */
public record SsoCompany(ApiClient owner, String id, String slug) {

  /** Somebody signs up with an organization, and proves the address. */
  public static SsoCompany signUp(URI latchkey, Employee owner, String password, String name, String slug) {
    ApiClient browser = new ApiClient(latchkey).header("Origin", latchkey.toString());
    String challenge = data(202, browser.post("/api/auth/signup", Map.of("name", owner.name(), "email", owner.email(),
        "password", password, "organizationName", name, "slug", slug))).path("challengeId").asText();
    String code = new TrialMailbox(latchkey).awaitMailTo(owner.email()).code();
    JsonNode welcome = data(200, browser.post("/api/auth/email/verify",
        Map.of("challengeId", challenge, "code", code)));
    return new SsoCompany(browser, welcome.at("/organizations/0/id").asText(), slug);
  }

  /** The owner publishes what Latchkey asks for, and has it looked up. */
  public SsoCompany proveDomain(String domain, TestNameServer names) {
    JsonNode claim = data(201, owner.post(path("/domains"), Map.of("domain", domain)));
    names.publish(claim.at("/txtRecord/name").asText(), claim.at("/txtRecord/value").asText());
    data(200, owner.post(path("/domains/" + claim.path("id").asText() + "/verify")));
    return this;
  }

  public SsoCompany connect(CompanyRealm realm) {
    put("/settings/sso", """
        {"provider":"oidc","issuerUrl":"%s","clientId":"%s","clientSecret":"%s"}"""
        .formatted(realm.issuer(), CompanyRealm.CLIENT_ID, realm.clientSecret()));
    JsonNode test = data(200, owner.post(path("/settings/sso/test")));
    if (!test.path("success").asBoolean()) {
      throw new IllegalStateException(test.toString());
    }
    return this;
  }

  /** Whoever the identity provider lets in gets an account. */
  public SsoCompany admitNewcomers() {
    return put("/settings/jit", """
        {"enabled":true,"defaultRole":"agent","allowedDomains":[]}""");
  }

  /** @param path below the organization's own */
  public SsoCompany put(String path, String body) {
    data(200, owner.json("PUT", path(path), body));
    return this;
  }

  /** The member with this address. @throws IllegalStateException if there is none */
  public JsonNode member(String email) {
    return data(200, owner.get(path("/members"))).path("items").valueStream()
        .filter(member -> member.path("email").asText().equals(email)).findFirst()
        .orElseThrow(() -> new IllegalStateException(email + " is no member"));
  }

  /** What the audit log tells of, newest first. */
  public List<String> auditActions() {
    return data(200, owner.get(path("/audit-events"))).path("items").valueStream()
        .map(event -> event.path("action").asText()).toList();
  }

  /** Where everybody can begin to sign in. */
  public String entry() {
    return "/api/auth/sso/" + slug + "/login";
  }

  public String path(String below) {
    return "/api/user/organizations/" + id + below;
  }

  private static JsonNode data(int status, ApiClient.Answer answer) {
    if (answer.status() != status) {
      throw new IllegalStateException(answer.status() + " " + answer.body());
    }
    return answer.data();
  }
}
