package dev.latchkey.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapter.web.openapi.ApiRoute;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.policy.Permission;
import dev.latchkey.domain.policy.Scope;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every route inside organizations, called by programs with an API key instead of a session. */
@ExtendWith(TwoNodes.Extension.class)
class KeyRightsIT {
  private static final Set<Scope> ALL = new TreeSet<>(
      Arrays.stream(Permission.values()).flatMap(right -> right.scope().stream()).toList());

  private final TwoNodes nodes;
  private final Company company;
  private final Person owner;
  private final Map<String, Permission> rights = Rights.ofRoutes();
  private final List<ApiRoute> routes = Rights.routes().stream().filter(route -> route.path().startsWith("/api/"))
      .toList();

  KeyRightsIT(TwoNodes nodes) {
    this.nodes = nodes;
    this.company = Company.on(nodes);
    this.owner = company.of(Role.OWNER);
  }

  @Test
  void a_key_of_an_owner_does_what_its_scopes_allow() {
    ApiClient all = program(owner, ALL);
    Map<Scope, ApiClient> lacking = new EnumMap<>(Scope.class);
    for (ApiRoute route : routes) {
      Permission right = rights.get(route.name());
      ApiClient.Answer answer = Call.of(route, company).by(all);
      String what = route.name() + " " + right + ": " + answer.body();
      if (!route.takesKey()) {
        Envelope.assertRefused(answer, 401, "UNAUTHENTICATED");
      } else if (right.scope().isEmpty()) {
        Envelope.assertRefused(answer, 403, "FORBIDDEN");
      } else {
        assertThat(answer.status()).as(what).isNotIn(401, 403, 404).isLessThan(500);
        Set<Scope> others = new TreeSet<>(ALL);
        others.remove(right.scope().get());
        ApiClient without = lacking.computeIfAbsent(right.scope().get(), scope -> program(owner, others));
        Envelope.assertRefused(Call.of(route, company).by(without), 403, "FORBIDDEN");
      }
    }
  }

  @Test
  void a_key_does_no_more_than_its_makers_present_role() {
    Person demoted = company.join(Role.OWNER);
    ApiClient key = program(demoted, ALL);
    nodes.database().change("UPDATE membership SET role = 'AGENT', break_glass = false WHERE user_id = ?",
        demoted.id());
    for (ApiRoute route : routes) {
      Permission right = rights.get(route.name());
      if (route.takesKey() && right.scope().isPresent()) {
        ApiClient.Answer answer = Call.of(route, company).by(key);
        if (right.isGrantedTo(Role.AGENT)) {
          assertThat(answer.status()).as(route.name() + " " + answer.body()).isNotIn(401, 403, 404);
        } else {
          Envelope.assertRefused(answer, 403, "FORBIDDEN");
        }
      }
    }
  }

  @Test
  void a_key_opens_its_own_organization_only_and_ends_with_the_membership() {
    Company other = Company.on(nodes);
    Person leaving = company.join(Role.ADMIN);
    ApiClient key = program(leaving, Set.of(Scope.ORGANIZATION_READ, Scope.MEMBERS_READ));
    for (ApiRoute route : routes) {
      if (route.takesKey()) {
        assertThat(Call.of(route, other).by(key).status()).as(route.name()).isEqualTo(404);
      }
    }
    assertThat(key.get("/api/user/organizations/" + company.id()).status()).isEqualTo(200);
    nodes.database().change("UPDATE membership SET status = 'DEACTIVATED' WHERE user_id = ?", leaving.id());
    Envelope.assertRefused(key.get("/api/user/organizations/" + company.id()), 401, "UNAUTHENTICATED");
  }

  @Test
  void no_key_opens_anything_outside_of_organizations_but_their_list() {
    ApiClient key = program(owner, ALL);
    for (ApiRoute route : Contract.ROUTES) {
      if (!route.path().contains("{organizationId}") && route.takesKey()) {
        assertThat(route.name()).isEqualTo("GET /api/user/organizations");
      }
    }
    Envelope.assertRefused(key.get("/api/auth/me"), 401, "UNAUTHENTICATED");
    assertThat(key.get("/api/user/organizations").data().path("items")).hasSize(1);
  }

  private ApiClient program(Person maker, Set<Scope> scopes) {
    ApiClient.Answer answer = maker.browser().post("/api/user/organizations/" + company.id() + "/api-keys",
        Map.of("name", "Report", "scopes", scopes.stream().map(Scope::word).toList()));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return new ApiClient(nodes.first().uri()).header("X-Api-Key", answer.data().path("key").asText());
  }
}
