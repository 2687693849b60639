package dev.latchkey.adapter.web.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.adapter.web.answer.Code;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes one route as an OpenAPI operation, from what its annotations say and what was written about it. */
final class OperationWriter {
  private static final String JSON = "application/json";

  private final Map<Code, RefusalText> refusals;
  private final JsonNode schemas;

  /** @param schemas of the document; all that routes may name */
  OperationWriter(Map<Code, RefusalText> refusals, JsonNode schemas) {
    this.refusals = refusals;
    this.schemas = schemas;
  }

  /** @throws IllegalStateException if the text names what isn't there, or leaves out what is */
  ObjectNode write(ApiRoute route, FeatureText feature) {
    RouteText text = feature.about(route);
    ObjectNode operation = JsonNodeFactory.instance.objectNode();
    operation.putArray("tags").add(feature.tag());
    operation.put("operationId", operationId(route));
    operation.put("summary", text.summary());
    if (text.description() != null) {
      operation.put("description", text.description());
    }
    if (route.isPublic()) {
      operation.putArray("security");
    } else if (route.takesKey()) {
      ArrayNode either = operation.putArray("security");
      either.addObject().putArray("session");
      either.addObject().putArray("apiKey");
    }
    parameters(operation, route.pathParameters());
    parameters(operation, route.queryParameters());
    parameters(operation, text.query());
    route.body().ifPresentOrElse(body -> requestBody(operation, body, named(text.body(), route)), () -> {
      if (text.body() != null) {
        throw new IllegalStateException(route.name() + " takes no body");
      }
    });
    ObjectNode responses = operation.putObject("responses");
    success(responses.putObject(Integer.toString(text.successStatus())), text);
    refusals(responses, route, text);
    if (text.leadsOn()) {
      // Followed by browsers: people are shown a page in place of the envelope.
      responses.properties().stream().map(Map.Entry::getValue).filter(answer -> answer.has("content"))
          .forEach(answer -> ((ObjectNode) answer.path("content")).putObject("text/html").putObject("schema")
              .put("type", "string"));
    }
    return operation;
  }

  private static String operationId(ApiRoute route) {
    String type = route.method().getDeclaringClass().getSimpleName().replaceFirst("Resource$", "");
    String name = route.method().getName();
    return type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1) + name.substring(0, 1).toUpperCase(
        Locale.ROOT) + name.substring(1);
  }

  private static void parameters(ObjectNode operation, List<String> names) {
    names.forEach(name -> operation.withArrayProperty("parameters").addObject()
        .put("$ref", "#/components/parameters/" + name));
  }

  private void requestBody(ObjectNode operation, Class<?> body, String schema) {
    List<String> members = Arrays.stream(body.getRecordComponents()).map(it -> it.getName()).sorted().toList();
    List<String> described = schemas.path(schema).path("properties").properties().stream().map(Map.Entry::getKey)
        .sorted().toList();
    if (!members.equals(described)) {
      throw new IllegalStateException(schema + " describes " + described + ", but the route takes " + members);
    }
    ObjectNode content = operation.putObject("requestBody").put("required", true).putObject("content").putObject(JSON);
    content.putObject("schema").put("$ref", reference(schema));
    content.set("example", example(schema));
  }

  private void success(ObjectNode response, RouteText text) {
    response.put("description", text.message());
    ObjectNode headers = headers(response);
    if (text.cookie() != null) {
      headers.putObject("Set-Cookie").put("$ref", "#/components/headers/SessionCookie" + switch (text.cookie()) {
        case BROUGHT -> "Brought";
        case RENEWED -> "Renewed";
        case CLEARED -> "Cleared";
      });
    }
    if (text.leadsOn()) {
      headers.putObject("Location").putObject("schema").put("type", "string").put("format", "uri");
      return;
    }
    ObjectNode content = response.putObject("content").putObject(JSON);
    ObjectNode schema = content.putObject("schema").put("$ref", reference("Success"));
    ObjectNode properties = schema.putObject("properties");
    properties.putObject("status").put("const", text.successStatus());
    ObjectNode example = content.putObject("example").put("success", true).put("status", text.successStatus())
        .put("code", Code.OK.name()).put("message", text.message());
    if (text.list() != null) {
      ObjectNode list = properties.putObject("data").put("$ref", reference("List")).putObject("properties");
      list.putObject("items").put("type", "array").putObject("items").put("$ref", reference(text.list()));
      ObjectNode data = example.putObject("data");
      data.putArray("items").add(example(text.list()));
      data.putNull("nextCursor");
    } else if (text.data() != null) {
      properties.putObject("data").put("$ref", reference(text.data()));
      example.set("data", example(text.data()));
    } else {
      properties.putObject("data").put("type", "null");
      example.putNull("data");
    }
  }

  private void refusals(ObjectNode responses, ApiRoute route, RouteText text) {
    Map<Code, RefusalText> all = new TreeMap<>(Comparator.comparingInt(Code::status).thenComparing(code -> code));
    RefusalText.usualFor(route).forEach(code -> all.put(code, refusal(code)));
    if (!text.query().isEmpty()) {
      all.put(Code.VALIDATION_FAILED, refusal(Code.VALIDATION_FAILED));
    }
    text.refusals().forEach((code, message) -> all.put(code, refusal(code).saying(message)));
    all.forEach(
        (code, refusal) -> refuse(responses.withObjectProperty(Integer.toString(code.status())), code, refusal));
  }

  private RefusalText refusal(Code code) {
    return Objects.requireNonNull(refusals.get(code), () -> "refusals.yaml has no " + code);
  }

  /** Adds a code to the answers of its status. */
  private static void refuse(ObjectNode response, Code code, RefusalText refusal) {
    String before = response.path("description").asText();
    response.put("description", before.isEmpty() ? code.name() : before + ", " + code.name());
    if (code == Code.TOO_MANY_REQUESTS || code == Code.UNAVAILABLE) {
      headers(response).putObject("Retry-After").put("$ref", "#/components/headers/RetryAfter");
    } else {
      headers(response);
    }
    ObjectNode content = response.withObjectProperty("content").withObjectProperty(JSON);
    ObjectNode schema = content.withObjectProperty("schema").put("$ref", reference("Failure"));
    ObjectNode properties = schema.withObjectProperty("properties");
    properties.withObjectProperty("status").put("const", code.status());
    properties.withObjectProperty("code").withArrayProperty("enum").add(code.name());
    ObjectNode example =
        content.withObjectProperty("examples").putObject(code.name()).putObject("value").put("success", false)
            .put("status", code.status()).put("code", code.name()).put("message", refusal.message())
            .put("requestId", "7M3K9P2X4Q8T6V0A");
    if (refusal.redirect() == null) {
      example.putNull("data");
    } else {
      example.putObject("data").put("redirect", refusal.redirect());
    }
    example.set("errors", refusal.errors() == null ? JsonNodeFactory.instance.arrayNode() : refusal.errors());
  }

  private static ObjectNode headers(ObjectNode response) {
    ObjectNode headers = response.withObjectProperty("headers");
    headers.withObjectProperty("X-Request-Id").put("$ref", "#/components/headers/RequestId");
    return headers;
  }

  private JsonNode example(String schema) {
    JsonNode example = schemas.path(schema).path("examples").path(0);
    if (example.isMissingNode()) {
      throw new IllegalStateException("The schema " + schema + " is missing, or has no examples");
    }
    return example;
  }

  private static String named(@Nullable String schema, ApiRoute route) {
    if (schema == null) {
      throw new IllegalStateException(route.name() + " takes a body that nobody described");
    }
    return schema;
  }

  private static String reference(String schema) {
    return "#/components/schemas/" + schema;
  }
}
