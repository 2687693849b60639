package dev.latchkey.server.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Keycloak's admin API, as far as it is JSON in and out. */
final class KeycloakAdmin {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
      .connectTimeout(Duration.ofSeconds(5)).build();

  private final URI keycloak;
  private final String tokenRequest;

  KeycloakAdmin(URI keycloak, String client, String secret) {
    this.keycloak = keycloak;
    this.tokenRequest = "grant_type=client_credentials&client_id=" + client + "&client_secret=" + secret;
  }

  /** Whether it lets us in yet. */
  boolean isReady() {
    try {
      return requestToken().statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /** @param path below {@code /admin/realms}, empty or with a slash in front */
  JsonNode get(String path) {
    return send("GET", path, BodyPublishers.noBody());
  }

  JsonNode post(String path, Object body) {
    return send("POST", path, json(body));
  }

  void put(String path, Object body) {
    send("PUT", path, json(body));
  }

  void delete(String path) {
    send("DELETE", path, BodyPublishers.noBody());
  }

  private JsonNode send(String method, String path, BodyPublisher body) {
    try {
      // A new one for each call: they don't live long.
      String token = JSON.readTree(requestToken().body()).path("access_token").asText();
      HttpResponse<String> response = send(HttpRequest.newBuilder(keycloak.resolve("/admin/realms" + path))
          .header("Authorization", "Bearer " + token).header("Content-Type", "application/json").method(method, body));
      if (response.statusCode() >= 300) {
        throw new IllegalStateException(method + " " + path + ": " + response.statusCode() + " " + response.body());
      }
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpResponse<String> requestToken() throws IOException {
    return send(HttpRequest.newBuilder(keycloak.resolve("/realms/master/protocol/openid-connect/token"))
        .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(tokenRequest)));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
    try {
      return HTTP.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static BodyPublisher json(Object body) {
    try {
      return BodyPublishers.ofString(JSON.writeValueAsString(body));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
