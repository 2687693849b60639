package dev.latchkey.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.latchkey.adapter.web.openapi.ApiRoute;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The description that the packaged server gives of itself, and whether it is true. */
@ExtendWith(TwoNodes.Extension.class)
class OpenApiIT {
  private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");
  private static final String ID = "01KA2P7X9QJ4T8V0M6ZC3E5R1D";

  private final TwoNodes nodes;

  OpenApiIT(TwoNodes nodes) {
    this.nodes = nodes;
  }

  @Test
  void everybody_can_read_it_as_json_and_as_yaml() throws IOException {
    ApiClient.Answer json = nodes.browser().get("/openapi");
    assertThat(json.status()).isEqualTo(200);
    assertThat(json.header("Content-Type").orElseThrow()).startsWith("application/json");
    assertThat(json.json().path("openapi").asText()).startsWith("3.1.");
    assertThat(json.json()).isEqualTo(Contract.DOCUMENT);
    assertThat(nodes.browserAt(nodes.second()).get("/openapi").body()).isEqualTo(json.body());
    ApiClient.Answer yaml = nodes.browser().header("Accept", "application/yaml").get("/openapi");
    assertThat(yaml.header("Content-Type").orElseThrow()).startsWith("application/yaml");
    assertThat(new YAMLMapper().readTree(yaml.body())).isEqualTo(json.json());
    assertThat(nodes.browser().header("Accept", "application/vnd.oai.openapi+json").get("/openapi").json())
        .isEqualTo(json.json());
    assertThat(nodes.browser().header("Accept", "text/html,*/*;q=0.8").get("/openapi").json()).isEqualTo(json.json());
  }

  @Test
  void who_has_it_already_is_told_so() {
    ApiClient.Answer first = nodes.browser().get("/openapi");
    assertThat(first.response().headers().allValues("Cache-Control")).containsExactly("public, no-cache");
    assertThat(first.header("Set-Cookie")).isEmpty();
    String tag = first.header("ETag").orElseThrow();
    ApiClient.Answer again = nodes.browserAt(nodes.second()).header("If-None-Match", tag).get("/openapi");
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(nodes.browser().header("Accept", "application/yaml").get("/openapi").header("ETag").orElseThrow())
        .isNotEqualTo(tag);
  }

  /** The server names the methods of a path itself when it is asked for another one. */
  @Test
  void the_server_has_exactly_the_methods_that_are_described() {
    Map<String, Set<String>> described = new TreeMap<>();
    for (ApiRoute route : Contract.ROUTES) {
      described.computeIfAbsent(route.path(), path -> new TreeSet<>()).add(route.verb());
    }
    described.keySet().forEach(template -> {
      String path = template.replaceAll("\\{\\w+}", ID);
      Set<String> its = described.get(template);
      Set<String> methods = methodsAt(path, described);
      for (String method : METHODS) {
        ApiClient.Answer answer = nodes.browser().send(method, path, null, BodyPublishers.noBody());
        if (its.contains(method)) {
          // Anybody may ask for the way into an organization or to a provider, and there is none of this name.
          assertThat(answer.status()).as(method + " " + path)
              .isNotIn(template.matches(".*\\{(slug|provider)}.*") ? List.of(405) : List.of(404, 405));
        } else if (!methods.contains(method)) {
          Envelope.assertRefused(answer, 405, "METHOD_NOT_ALLOWED");
          assertThat(new TreeSet<>(Arrays.asList(answer.header("Allow").orElseThrow().split(", "))))
              .as(method + " " + path).isIn(withHead(its), withHead(methods));
        }
      }
    });
    assertThat(described).hasSizeGreaterThan(20);
    assertThat(pathsIn(nodes.browser().get("/openapi").json())).isEqualTo(described);
  }

  @Test
  void an_answer_that_is_not_described_is_noticed() {
    ApiClient.Answer me = nodes.someone().browser().get("/api/auth/me");
    assertThatThrownBy(() -> Contract.check("GET", "/api/auth/mfa", me)).isInstanceOf(AssertionError.class)
        .hasMessageContaining("isn't what is described");
    assertThatThrownBy(() -> Contract.check("GET", "/api/nowhere", me)).hasMessageContaining("nobody described it");
    assertThatThrownBy(() -> Contract.check("POST", "/api/auth/signup", me)).hasMessageContaining("a status that");
    assertThatThrownBy(() -> Contract.checkTaken("POST", "/api/auth/login", "{\"email\":1}", me))
        .hasMessageContaining("isn't what is described");
  }

  /** A path may be that of several templates: where there is an {@code {id}}, a word fits, too. */
  private static Set<String> methodsAt(String path, Map<String, Set<String>> described) {
    Set<String> methods = new TreeSet<>();
    described.forEach((template, its) -> {
      if (path.matches(template.replaceAll("\\{\\w+}", "[^/]+"))) {
        methods.addAll(its);
      }
    });
    return methods;
  }

  private static Set<String> withHead(Set<String> methods) {
    Set<String> all = new TreeSet<>(methods);
    if (methods.contains("GET")) {
      all.add("HEAD");
    }
    return all;
  }

  private static Map<String, Set<String>> pathsIn(JsonNode document) {
    Map<String, Set<String>> paths = new TreeMap<>();
    document.path("paths").properties().forEach(path -> path.getValue().fieldNames().forEachRemaining(
        verb -> paths.computeIfAbsent(path.getKey(), key -> new TreeSet<>()).add(verb.toUpperCase(Locale.ROOT))));
    return paths;
  }
}
