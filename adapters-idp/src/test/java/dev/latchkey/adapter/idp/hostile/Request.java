package dev.latchkey.adapter.idp.hostile;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One call of the provider, and the ways to answer it properly. */
record Request(HttpExchange exchange, Map<String, String> parameters) {

  static Request of(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String query = exchange.getRequestURI().getRawQuery();
    return new Request(exchange, parse(exchange.getRequestMethod().equals("POST") ? body : query == null ? "" : query));
  }

  String parameter(String name) {
    return parameters.getOrDefault(name, "");
  }

  Optional<String> bearer() {
    return header("Bearer ");
  }

  /** Whether the client proves itself by header or in the form (RFC 6749 §2.3.1). */
  boolean isFrom(String clientId, String clientSecret) {
    String proof = header("Basic ").map(basic -> new String(Base64.getDecoder().decode(basic), StandardCharsets.UTF_8))
        .orElse(encoded(parameter("client_id")) + ":" + encoded(parameter("client_secret")));
    return proof.equals(encoded(clientId) + ":" + encoded(clientSecret));
  }

  void json(int status, Map<String, Object> body) throws IOException {
    text(status, JSONObjectUtils.toJSONString(body));
  }

  void text(int status, String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  void error(int status, String code) throws IOException {
    json(status, Map.of("error", code, "error_description", "The provider says: " + code));
  }

  void redirect(String target, Map<String, String> answer) throws IOException {
    StringBuilder location = new StringBuilder(target);
    char separator = target.contains("?") ? '&' : '?';
    for (Map.Entry<String, String> parameter : answer.entrySet()) {
      location.append(separator).append(parameter.getKey()).append('=').append(encoded(parameter.getValue()));
      separator = '&';
    }
    exchange.getResponseHeaders().set("Location", location.toString());
    exchange.sendResponseHeaders(302, -1);
  }

  private Optional<String> header(String scheme) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
        .filter(header -> header.startsWith(scheme)).map(header -> header.substring(scheme.length()));
  }

  private static Map<String, String> parse(String form) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : form.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        parameters.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    return parameters;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
