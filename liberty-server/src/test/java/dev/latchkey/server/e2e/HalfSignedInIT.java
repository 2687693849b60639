package dev.latchkey.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapter.web.PagesApplication;
import dev.latchkey.adapter.web.openapi.ApiRoute;
import dev.latchkey.domain.organization.Role;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every route that is served and needs a session, tried with one that has shown no more than the password. */
@ExtendWith(TwoNodes.Extension.class)
class HalfSignedInIT {
  private final TwoNodes nodes;

  HalfSignedInIT(TwoNodes nodes) {
    this.nodes = nodes;
  }

  @Test
  void a_session_that_owes_its_second_factor_reaches_nothing_else() {
    Enrolled person = Enrolled.on(nodes);
    ApiClient half = person.halfSignedInAt(nodes.first());
    Person other = Enrolled.on(nodes).person();
    List<ApiRoute> closed = Stream.concat(Contract.ROUTES.stream(), ApiRoute.of(new PagesApplication()).stream())
        .filter(route -> !route.isOpenBeforeSecondFactor()).toList();
    assertThat(closed).hasSizeGreaterThan(20);
    for (ApiRoute route : closed) {
      Call refused = Call.of(route, organizationOf(person.person()));
      ApiClient.Answer refusal = refused.by(half);
      assertThat(refusal.status()).as(route.name() + " " + refusal.body()).isEqualTo(refused.isApi() ? 403 : 303);
      assertThat(refused.isApi() ? refusal.code() : refusal.header("Location").orElseThrow()).as(route.name())
          .contains(refused.isApi() ? "MFA_REQUIRED" : "/sign-in/mfa");
      // The same call by somebody who has shown it: whatever comes of it, it is not that.
      ApiClient.Answer allowed = Call.of(route, organizationOf(other)).by(other.browser());
      assertThat(allowed.body()).as(route.name()).doesNotContain("MFA_REQUIRED", "UNAUTHENTICATED");
      assertThat(allowed.header("Location").orElse("")).as(route.name()).doesNotContain("/sign-in");
    }
    assertThat(half.get("/api/auth/me").data().at("/session/mfa").asText()).isEqualTo("required");
  }

  private Company organizationOf(Person person) {
    return new Company(nodes, person.organization(),
        person.welcome().data().at("/organizations/0/slug").asText(), Map.of(Role.OWNER, person));
  }
}
