package dev.latchkey.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapter.web.openapi.ApiRoute;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.policy.Permission;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every route inside organizations, called by each role and by people who don't belong there. */
@ExtendWith(TwoNodes.Extension.class)
class RightsIT {
  /** From least to most: what one of them was refused the next one finds undone. */
  private static final List<Role> ROLES = List.of(Role.AGENT, Role.ADMIN, Role.OWNER);

  private final TwoNodes nodes;
  private final Company company;

  RightsIT(TwoNodes nodes) {
    this.nodes = nodes;
    this.company = Company.on(nodes);
  }

  @Test
  void each_role_may_do_what_its_rights_say_and_nothing_else() {
    Map<String, Permission> rights = Rights.ofRoutes();
    for (ApiRoute route : Rights.routes()) {
      for (Role role : ROLES) {
        Call call = Call.of(route, company);
        ApiClient.Answer answer = call.by(company.of(role).browser());
        String what = role + " " + route.name() + " " + rights.get(route.name()) + ": " + answer.body();
        if (rights.get(route.name()).isGrantedTo(role)) {
          assertThat(answer.status()).as(what).isNotIn(401, 403, 404).isLessThan(500);
          assertThat(answer.header("Location").orElse("")).as(what).doesNotContain("/sign-in", "/reauthenticate");
        } else {
          assertThat(answer.status()).as(what).isEqualTo(403);
          assertThat(call.isApi() ? answer.code() : "FORBIDDEN").as(what).isEqualTo("FORBIDDEN");
        }
      }
    }
  }

  @Test
  void to_strangers_and_to_who_was_deactivated_nothing_is_there() {
    Person stranger = nodes.someone();
    Person deactivated = company.join(Role.ADMIN);
    nodes.database().change("UPDATE membership SET status = 'DEACTIVATED' WHERE user_id = ?", deactivated.id());
    for (ApiRoute route : Rights.routes()) {
      for (Person person : List.of(stranger, deactivated)) {
        ApiClient.Answer answer = Call.of(route, company).by(person.browser());
        assertThat(answer.status()).as(route.name() + " " + answer.body()).isEqualTo(404);
      }
      assertThat(Call.of(route, company).by(company.of(Role.OWNER).browser()).status()).as(route.name())
          .isNotEqualTo(404);
    }
  }

  @Test
  void what_belongs_to_another_organization_is_not_found_in_ones_own() {
    Company other = Company.on(nodes);
    for (ApiRoute route : Rights.routes()) {
      if (Call.hasChild(route)) {
        ApiClient.Answer answer = Call.of(route, other).inside(company).by(company.of(Role.OWNER).browser());
        assertThat(answer.status()).as(route.name() + " " + answer.body()).isEqualTo(404);
      }
    }
  }

  @Test
  void nobody_gets_anywhere_without_a_session() {
    for (ApiRoute route : Rights.routes()) {
      Call call = Call.of(route, company);
      assertThat(call.by(nodes.browser()).status()).as(route.name()).isEqualTo(call.isApi() ? 401 : 303);
    }
  }
}
