package dev.latchkey.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapter.web.openapi.ApiRoute;
import org.junit.jupiter.api.Test;

/** {@code docs/rights.md} says what is in force, and leaves no route out. */
class RightsDocumentTest {
  @Test
  void the_table_of_rights_is_the_one_in_force() {
    assertThat(Rights.written()).containsExactlyElementsOf(Rights.inForce());
  }

  @Test
  void every_route_inside_an_organization_has_its_right() {
    assertThat(Rights.ofRoutes().keySet())
        .containsExactlyInAnyOrderElementsOf(Rights.routes().stream().map(ApiRoute::name).toList());
  }
}
