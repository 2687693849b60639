package dev.latchkey.adapter.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.latchkey.adapter.web.ApiApplication;
import dev.latchkey.adapter.web.access.Public;
import dev.latchkey.adapter.web.answer.Code;
import dev.latchkey.adapter.web.fake.World;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The document says all about the API and nothing else. */
class OpenApiTest {
  private static final List<ApiRoute> ROUTES = ApiRoute.of(new ApiApplication());
  private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private final ObjectNode document = OpenApi.describe(ROUTES);

  @Test
  void describes_the_routes_that_jax_rs_has_registered() {
    Set<String> described = new TreeSet<>();
    operations().forEach(it -> described.add(it.name()));
    assertThat(described).hasSizeGreaterThan(25).isEqualTo(new World().apiRoutes());
  }

  @Test
  void refuses_a_route_that_nobody_described() {
    assertThatIllegalStateException().isThrownBy(() -> OpenApi.describe(ApiRoute.of(new Undescribed())))
        .withMessageContaining("has no openapi.yaml");
    ApiRoute login = route("POST /api/auth/login");
    ApiRoute moved = new ApiRoute("POST", "/api/auth/log-in", login.method());
    assertThatIllegalStateException().isThrownBy(() -> OpenApi.describe(replaced(login, moved)))
        .withMessageContaining("doesn't describe [POST /api/auth/log-in]");
  }

  @Test
  void refuses_a_description_without_a_route() {
    List<ApiRoute> fewer = ROUTES.stream().filter(it -> !it.name().equals("POST /api/auth/login")).toList();
    assertThatIllegalStateException().isThrownBy(() -> OpenApi.describe(fewer))
        .withMessageContaining("describes [POST /api/auth/login], which isn't there");
  }

  @Test
  void refuses_a_body_that_is_described_otherwise_than_it_is_read() {
    ApiRoute login = route("POST /api/auth/login");
    ApiRoute other = new ApiRoute(login.verb(), login.path(), route("POST /api/auth/magic-link").method());
    assertThatIllegalStateException().isThrownBy(() -> OpenApi.describe(replaced(login, other)))
        .withMessageContaining("Login describes [email, organization, password], but the route takes [email]");
    ApiRoute verify = route("POST /api/auth/mfa/verify");
    ApiRoute none = new ApiRoute(verify.verb(), verify.path(), route("POST /api/auth/mfa/skip").method());
    assertThatIllegalStateException().isThrownBy(() -> OpenApi.describe(replaced(verify, none)))
        .withMessageContaining("POST /api/auth/mfa/verify takes no body");
  }

  @Test
  void every_example_is_what_its_schema_says() {
    List<String> checked = new ArrayList<>();
    for (Operation operation : operations().toList()) {
      contents(operation.node()).forEach(content -> examples(content).forEach(example -> {
        ObjectNode schema = content.path("schema").deepCopy();
        schema.set("components", document.path("components"));
        assertThat(SCHEMAS.getSchema(schema).validate(example)).as(operation.name() + " " + example).isEmpty();
        checked.add(operation.name());
      }));
    }
    assertThat(checked).hasSizeGreaterThan(200).contains("GET /api/auth/sessions", "PATCH /api/auth/me");
  }

  @Test
  void every_reference_leads_somewhere_and_every_schema_is_used() {
    Set<String> used = new TreeSet<>();
    document.findValuesAsText("$ref").forEach(reference -> {
      assertThat(document.at(reference.substring(1)).isMissingNode()).as(reference).isFalse();
      used.add(reference.substring(reference.lastIndexOf('/') + 1));
    });
    document.at("/components/schemas").fieldNames().forEachRemaining(name -> assertThat(used).contains(name));
  }

  @Test
  void every_code_is_described_where_it_can_come() {
    Set<Code> codes = EnumSet.noneOf(Code.class);
    operations().forEach(operation -> operation.node().path("responses").findValues("enum")
        .forEach(all -> all.forEach(code -> codes.add(Code.valueOf(code.asText())))));
    // A path answers with the one, everything that is done with the other.
    assertThat(codes).containsExactlyInAnyOrderElementsOf(
        EnumSet.complementOf(EnumSet.of(Code.METHOD_NOT_ALLOWED, Code.OK)));
  }

  @Test
  void says_what_the_annotations_of_a_route_say() {
    JsonNode login = document.at("/paths/~1api~1auth~1login/post");
    assertThat(login.path("security").isArray()).isTrue();
    assertThat(login.at("/responses/429/headers/Retry-After").isObject()).isTrue();
    assertThat(login.path("responses").has("404")).isFalse();
    JsonNode rename = document.at("/paths/~1api~1user~1organizations~1{organizationId}/patch");
    assertThat(rename.at("/security/0").has("session")).isTrue();
    assertThat(rename.at("/security/1").has("apiKey")).isTrue();
    assertThat(rename.path("responses").has("429")).isTrue();
    assertThat(document.at("/paths/~1api~1auth~1me/get").has("security")).isFalse();
    assertThat(rename.at("/parameters/0/$ref").asText()).endsWith("/organizationId");
    assertThat(rename.at("/responses/403/content/application~1json/schema/properties/code/enum"))
        .extracting(JsonNode::asText).containsExactlyInAnyOrder("CROSS_SITE", "FORBIDDEN", "MFA_REQUIRED",
            "MFA_ENROLMENT_REQUIRED", "SSO_REQUIRED", "REAUTHENTICATION_REQUIRED");
    assertThat(document.at("/paths/~1api~1auth~1mfa~1verify/post/responses/403").toString())
        .doesNotContain("MFA_REQUIRED");
  }

  private record Operation(String name, JsonNode node) {}

  private Stream<Operation> operations() {
    return document.path("paths").properties().stream().flatMap(path -> path.getValue().properties().stream()
        .map(verb -> new Operation(verb.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), verb.getValue())));
  }

  private static List<JsonNode> contents(JsonNode operation) {
    return operation.findValues("application/json");
  }

  private static List<JsonNode> examples(JsonNode content) {
    List<JsonNode> examples = new ArrayList<>(content.path("examples").findValues("value"));
    if (content.has("example")) {
      examples.add(content.path("example"));
    }
    return examples;
  }

  private static ApiRoute route(String name) {
    return ROUTES.stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
  }

  private static List<ApiRoute> replaced(ApiRoute one, ApiRoute other) {
    return ROUTES.stream().map(it -> it.equals(one) ? other : it).toList();
  }

  @ApplicationPath("/api")
  private static final class Undescribed extends Application {
    @Override
    public Set<Class<?>> getClasses() {
      return Set.of(Nowhere.class);
    }
  }

  @Path("/nowhere")
  private static final class Nowhere {
    @GET
    @Public
    @SuppressWarnings("unused")
    void read() {}
  }
}
