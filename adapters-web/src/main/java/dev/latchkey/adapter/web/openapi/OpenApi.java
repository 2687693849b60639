package dev.latchkey.adapter.web.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Joins the descriptions of all features into one OpenAPI document: these routes and nothing else. */
public final class OpenApi {
  private OpenApi() {}

  /**
   * Describes routes.
   *
   * @throws IllegalStateException if one of them isn't described, if something is described that isn't one of them, or
   *     if a description contradicts what its route declares
   */
  public static ObjectNode describe(List<ApiRoute> routes) {
    List<Feature> features = routes.stream()
        .collect(Collectors.groupingBy(OpenApi::packageOf, TreeMap::new, Collectors.toList())).values().stream()
        .map(Feature::of).toList();
    ObjectNode document = Texts.frame();
    features.forEach(feature -> add(document, feature.text()));
    OperationWriter writer = new OperationWriter(Texts.refusals(), document.at("/components/schemas"));
    ObjectNode paths = document.putObject("paths");
    features.forEach(feature -> feature.routes().forEach(route -> paths.withObjectProperty(route.path())
        .set(route.verb().toLowerCase(Locale.ROOT), writer.write(route, feature.text()))));
    return document;
  }

  private static String packageOf(ApiRoute route) {
    return route.method().getDeclaringClass().getPackageName();
  }

  private static void add(ObjectNode document, FeatureText feature) {
    document.withArrayProperty("tags").addObject().put("name", feature.tag()).put("description", feature.about());
    ObjectNode components = document.withObjectProperty("components");
    feature.schemas().forEach((name, schema) -> {
      close(schema);
      addOnce(components.withObjectProperty("schemas"), name, schema);
    });
    feature.parameters().forEach((name, it) -> addOnce(components.withObjectProperty("parameters"), name, it));
  }

  /** Bodies hold what is described and nothing else, in both directions, unless a description says otherwise. */
  private static void close(JsonNode schema) {
    if (schema instanceof ObjectNode object && object.path("properties").isObject()) {
      object.putIfAbsent("additionalProperties", BooleanNode.FALSE);
    }
    schema.forEach(OpenApi::close);
  }

  private static void addOnce(ObjectNode all, String name, ObjectNode one) {
    if (all.has(name)) {
      throw new IllegalStateException("Two descriptions of " + name);
    }
    all.set(name, one);
  }

  /** The routes of one package, and what is written there about just these. */
  private record Feature(List<ApiRoute> routes, FeatureText text) {

    static Feature of(List<ApiRoute> routes) {
      FeatureText text = Texts.of(routes.getFirst().method().getDeclaringClass());
      Set<String> undescribed = routes.stream().map(ApiRoute::name).collect(Collectors.toCollection(TreeSet::new));
      Set<String> gone = new TreeSet<>(text.routes().keySet());
      gone.removeAll(undescribed);
      undescribed.removeAll(text.routes().keySet());
      if (!undescribed.isEmpty() || !gone.isEmpty()) {
        throw new IllegalStateException("openapi.yaml of " + packageOf(routes.getFirst()) + " doesn't describe "
            + undescribed + " and describes " + gone + ", which isn't there");
      }
      return new Feature(routes, text);
    }
  }
}
