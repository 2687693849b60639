package dev.latchkey.server.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.adapter.web.openapi.ApiRoute;
import dev.latchkey.domain.organization.Role;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * A call of a route that would work if one may: its path names what is really there, made anew for each call, and its
 * body is the example that the API's description gives.
 */
record Call(ApiRoute route, Map<String, String> parameters) {
  /** How there comes to be what a path names below an organization; without that it names nothing. */
  private static final Map<String, Function<Company, String>> CHILDREN = Map.of(
      "domainId", Company::newDomain,
      "memberId", company -> company.membershipOf(company.join(Role.AGENT)),
      "keyId", Company::newKey,
      "invitationId", company -> Invitations.of(company.nodes(), company.of(Role.OWNER))
          .send(Person.newAddress(), "agent").data().path("id").asText());
  /** What the pages' forms are sent with. */
  private static final Map<String, String> FORMS = Map.ofEntries(
      Map.entry("POST /organizations/{slug}", "name=Engines"),
      Map.entry("POST /organizations/{slug}/invitations/new", "email=guest%40acme.example&role=agent"),
      Map.entry("POST /organizations/{slug}/members/add", "name=Bob&email=bob%40acme.example&role=agent"),
      Map.entry("POST /organizations/{slug}/members/{memberId}/role", "role=agent"),
      Map.entry("POST /organizations/{slug}/domains/new", "domain=form.example"),
      Map.entry("POST /organizations/{slug}/domains/{domainId}/settings", "autoJoin=off"),
      Map.entry("POST /organizations/{slug}/security", "authRequired=any"),
      Map.entry("POST /organizations/{slug}/security/preview", "authRequired=mfa"),
      Map.entry("POST /organizations/{slug}/sso",
          "provider=oidc&issuerUrl=https%3A%2F%2Flogin.acme.example&clientId=latchkey"),
      Map.entry("POST /organizations/{slug}/sso/callback", "mode=shared"),
      Map.entry("POST /organizations/{slug}/sso/jit", "defaultRole=agent"),
      Map.entry("POST /organizations/{slug}/api-keys/new", "keyName=Export&scope.MEMBERS_READ=on&expiresAt=30"));

  static Call of(ApiRoute route, Company company) {
    if (route.path().matches(".*(settings|\\{slug})/sso(/.*)?")) {
      company.connect();
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    route.pathParameters().forEach(name -> parameters.put(name, switch (name) {
      case "organizationId" -> company.id();
      case "slug" -> company.slug();
      default -> CHILDREN.getOrDefault(name, nothing -> "01KA2P7X9QJ4T8V0M6ZC3E5R1D").apply(company);
    }));
    return new Call(route, parameters);
  }

  static boolean hasChild(ApiRoute route) {
    return route.pathParameters().size() > 1;
  }

  /** The same children, looked for in another organization. */
  Call inside(Company other) {
    Map<String, String> moved = new LinkedHashMap<>(parameters);
    moved.computeIfPresent("organizationId", (name, id) -> other.id());
    moved.computeIfPresent("slug", (name, slug) -> other.slug());
    return new Call(route, moved);
  }

  boolean isApi() {
    return route.path().startsWith("/api/");
  }

  ApiClient.Answer by(ApiClient client) {
    String path = route.path();
    for (Map.Entry<String, String> parameter : parameters.entrySet()) {
      path = path.replace("{" + parameter.getKey() + "}", parameter.getValue());
    }
    if (!isApi() && route.verb().equals("POST")) {
      return client.send("POST", path, "application/x-www-form-urlencoded",
          BodyPublishers.ofString(FORMS.getOrDefault(route.name(), "")));
    }
    JsonNode example = Contract.DOCUMENT.at("/paths/" + route.path().replace("/", "~1") + "/"
        + route.verb().toLowerCase(Locale.ROOT) + "/requestBody/content/application~1json/example");
    return example.isMissingNode()
        ? client.send(route.verb(), path, null, BodyPublishers.noBody())
        : client.json(route.verb(), path, example.toString());
  }
}
