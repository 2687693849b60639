package dev.latchkey.server.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.server.e2e.ApiClient;
import dev.latchkey.server.e2e.TrialMailbox;
import dev.latchkey.server.keycloak.CompanyRealm;
import dev.latchkey.server.keycloak.Employee;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** The company of the demo: signed up, its domain proven and its identity provider connected, as its owner would. */
final class Acme {
  static final String NAME = "Acme";
  static final String SLUG = "acme";
  static final String DOMAIN = "acme.example";
  static final Employee OWNER = Employee.of("Ada", "Lovelace", DOMAIN);
  static final String OWNERS_PASSWORD = "seven quiet lamps";
  private static final Employee NEWCOMER = Employee.of("Amara", "Okafor", DOMAIN);
  private static final Employee UNVERIFIED = Employee.of("Bram", "Novák", DOMAIN).unverified();
  private static final Employee OUTSIDER = Employee.of("Chiara", "Bianchi", "kestrel-labs.example");
  static final List<Employee> PEOPLE = List.of(OWNER, NEWCOMER, UNVERIFIED, OUTSIDER);

  private final ApiClient browser;
  private final TrialMailbox mailbox;
  private final NameServer names;

  Acme(URI latchkey, NameServer names) {
    this.browser = new ApiClient(latchkey).header("Origin", latchkey.toString());
    this.mailbox = new TrialMailbox(latchkey);
    this.names = names;
  }

  /** What becomes of somebody who signs in. */
  static String tale(Employee person) {
    if (person.equals(OWNER)) {
      return "finds her account, which is linked because Acme has proven the domain";
    }
    if (person.equals(NEWCOMER)) {
      return "gets an account and a membership";
    }
    return person.equals(UNVERIFIED)
        ? "has an unverified address at Keycloak"
        : "has an address of another company: start at /api/auth/sso/" + SLUG + "/login";
  }

  void signUp(CompanyRealm realm) {
    String challenge = data(202, browser.post("/api/auth/signup", Map.of("name", OWNER.name(), "email", OWNER.email(),
        "password", OWNERS_PASSWORD, "organizationName", NAME, "slug", SLUG))).path("challengeId").asText();
    String code = mailbox.awaitMailTo(OWNER.email()).code();
    String organization = "/api/user/organizations/" + data(200, browser.post("/api/auth/email/verify",
        Map.of("challengeId", challenge, "code", code))).at("/organizations/0/id").asText();
    proveDomain(organization + "/domains");
    connect(organization + "/settings", realm);
  }

  private void proveDomain(String domains) {
    JsonNode claim = data(201, browser.post(domains, Map.of("domain", DOMAIN)));
    names.publish(claim.at("/txtRecord/name").asText(), claim.at("/txtRecord/value").asText());
    data(200, browser.post(domains + "/" + claim.path("id").asText() + "/verify"));
  }

  private void connect(String settings, CompanyRealm realm) {
    put(settings + "/sso", """
        {"provider":"oidc","issuerUrl":"%s","clientId":"%s","clientSecret":"%s"}"""
        .formatted(realm.issuer(), CompanyRealm.CLIENT_ID, realm.clientSecret()));
    JsonNode test = data(200, browser.post(settings + "/sso/test"));
    if (!test.path("success").asBoolean()) {
      throw new IllegalStateException(test.toString());
    }
    put(settings + "/jit", """
        {"enabled":true,"defaultRole":"agent","allowedDomains":[]}""");
  }

  private void put(String path, String body) {
    data(200, browser.json("PUT", path, body));
  }

  private static JsonNode data(int status, ApiClient.Answer answer) {
    if (answer.status() != status) {
      throw new IllegalStateException(answer.status() + " " + answer.body());
    }
    return answer.data();
  }
}
