package dev.latchkey.adapter.web.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Objects;

/**
 * What one feature's {@code openapi.yaml} says.
 *
 * @param tag under which readers find its routes
 * @param about one or two sentences on them
 * @param routes by name, such as {@code POST /api/auth/login}
 * @param schemas of bodies and answers, in JSON Schema; closed: what they don't name is not taken and not sent
 * @param parameters of paths and queries that only this feature has, as OpenAPI writes them
 */
record FeatureText(String tag, String about, Map<String, RouteText> routes, Map<String, ObjectNode> schemas,
    Map<String, ObjectNode> parameters) {
  FeatureText {
    Objects.requireNonNull(tag, "tag");
    Objects.requireNonNull(about, "about");
    routes = RouteText.orEmpty(routes);
    schemas = RouteText.orEmpty(schemas);
    parameters = RouteText.orEmpty(parameters);
  }

  /** @param route one that is described here */
  RouteText about(ApiRoute route) {
    return Objects.requireNonNull(routes.get(route.name()), route::name);
  }
}
