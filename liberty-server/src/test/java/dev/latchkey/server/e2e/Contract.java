package dev.latchkey.server.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import dev.latchkey.adapter.web.ApiApplication;
import dev.latchkey.adapter.web.openapi.ApiRoute;
import dev.latchkey.adapter.web.openapi.OpenApi;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * What {@code /openapi} promises. Every answer that any test gets is held against it, so a description that isn't true
 * fails the test that happens to find out.
 */
final class Contract {
  static final List<ApiRoute> ROUTES = ApiRoute.of(new ApiApplication());
  static final ObjectNode DOCUMENT = document();

  private static final JsonNode COMPONENTS = withoutAddresses(DOCUMENT.path("components"));
  private static final String CONTENT = "/content/application~1json/schema";
  private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12,
      builder -> builder.schemaRegistryConfig(
          SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
  private static final Map<String, Schema> COMPILED = new ConcurrentHashMap<>();
  /** Literal paths first: {@code /members/pending} is no member's id. */
  private static final List<Template> TEMPLATES = ROUTES.stream().map(ApiRoute::path).distinct().map(Template::of)
      .sorted((one, other) -> Long.compare(one.parameters(), other.parameters())).toList();

  private Contract() {}

  /** Nothing is described if the descriptions don't fit: that one test says so, and the others go on. */
  private static ObjectNode document() {
    try {
      return OpenApi.describe(ROUTES);
    } catch (IllegalStateException incomplete) {
      return JsonNodeFactory.instance.objectNode();
    }
  }

  /** @throws AssertionError if the answer isn't one that is described */
  static void check(String method, String target, ApiClient.Answer answer) {
    if (!target.startsWith("/api/") || method.equals("HEAD") || DOCUMENT.isEmpty()) {
      return;
    }
    String what = method + " " + target + " answers " + answer.status() + " " + answer.body();
    Optional<String> operation = operation(method, target);
    if (operation.isEmpty()) {
      require(answer.status() >= 400, what + ", though nobody described it");
      return;
    }
    String response = operation.get() + "/responses/" + answer.status();
    require(!DOCUMENT.at(response).isMissingNode(), what + ", a status that isn't described");
    boolean page = answer.header("Content-Type").filter(it -> it.startsWith("text/html")).isPresent();
    if (answer.status() / 100 == 3) {
      require(answer.header("Location").isPresent(), what + " and leads nowhere");
    } else if (page) {
      require(DOCUMENT.at(response + "/content").has("text/html"), what + ", a page that isn't described");
    } else {
      fit(response + CONTENT, answer.body(), what);
    }
    boolean mustWait = DOCUMENT.at(response + "/headers").has("Retry-After");
    require(!mustWait || answer.header("Retry-After").isPresent(), what + " without Retry-After");
  }

  /** @throws AssertionError if the route did what was asked with a body that isn't described */
  static void checkTaken(String method, String target, String body, ApiClient.Answer answer) {
    if (answer.status() < 300) {
      operation(method, target).map(it -> it + "/requestBody" + CONTENT).filter(it -> DOCUMENT.at(it).isObject())
          .ifPresent(pointer -> fit(pointer, body, method + " " + target + " takes " + body));
    }
  }

  private static Optional<String> operation(String method, String target) {
    String path = target.replaceFirst("\\?.*", "");
    return TEMPLATES.stream().filter(it -> it.pattern().matcher(path).matches()).findFirst()
        .map(it -> "/paths/" + it.path().replace("/", "~1") + "/" + method.toLowerCase(Locale.ROOT))
        .filter(pointer -> DOCUMENT.at(pointer).isObject());
  }

  private static void fit(String pointer, String json, String what) {
    List<Error> errors = COMPILED.computeIfAbsent(pointer, Contract::compile).validate(json, InputFormat.JSON);
    require(errors.isEmpty(), what + ", which isn't what is described: " + errors);
  }

  /** The schema as a document of its own, where references lead to the same components. */
  private static Schema compile(String pointer) {
    JsonNode schema = DOCUMENT.at(pointer).deepCopy();
    ((ObjectNode) schema).set("components", COMPONENTS);
    return SCHEMAS.getSchema(schema);
  }

  /** The validator goes by a list of top-level domains, among which {@code .example} (RFC 2606) is missing. */
  private static JsonNode withoutAddresses(JsonNode components) {
    JsonNode copy = components.deepCopy();
    copy.findParents("format").forEach(parent -> {
      if (parent.path("format").asText().equals("email")) {
        ((ObjectNode) parent).remove("format");
      }
    });
    return copy;
  }

  private static void require(boolean held, String otherwise) {
    if (!held) {
      throw new AssertionError(otherwise);
    }
  }

  private record Template(String path, Pattern pattern, long parameters) {
    static Template of(String path) {
      return new Template(path, Pattern.compile(path.replaceAll("\\{\\w+}", "[^/]+")),
          path.chars().filter(it -> it == '{').count());
    }
  }
}
