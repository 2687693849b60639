package dev.latchkey.server.e2e;

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
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * A program that calls the API and keeps its cookies by hand: the JDK's own cookie handler does not send {@code Secure}
 * cookies to {@code http://localhost}, as browsers do. Follows no redirects. Holds every answer of the API against its
 * description.
 */
public final class ApiClient {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newBuilder()
      .version(HttpClient.Version.HTTP_1_1)
      .connectTimeout(Duration.ofSeconds(5))
      .followRedirects(HttpClient.Redirect.NEVER)
      .build();

  private final URI server;
  private final Map<String, String> cookies;
  private final Map<String, String> headers;

  public ApiClient(URI server) {
    this(server, Map.of(), Map.of());
  }

  private ApiClient(URI server, Map<String, String> cookies, Map<String, String> headers) {
    this.server = server;
    this.cookies = new ConcurrentSkipListMap<>(cookies);
    this.headers = new TreeMap<>(headers);
  }

  /** The same browser, with a copy of its cookies and headers, at another node. */
  public ApiClient at(URI otherServer) {
    return new ApiClient(otherServer, cookies, headers);
  }

  /** Sends a header with every request from now on. */
  public ApiClient header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  public Optional<String> cookie(String name) {
    return Optional.ofNullable(cookies.get(name));
  }

  public ApiClient cookie(String name, String value) {
    cookies.put(name, value);
    return this;
  }

  public Answer get(String path) {
    return send("GET", path, null, BodyPublishers.noBody());
  }

  public Answer delete(String path) {
    return send("DELETE", path, null, BodyPublishers.noBody());
  }

  /** Posts without a body. */
  public Answer post(String path) {
    return send("POST", path, null, BodyPublishers.noBody());
  }

  /** Posts a value as JSON. */
  public Answer post(String path, Object body) {
    return json("POST", path, text(body));
  }

  /** Sends a JSON text as it is, which may be broken on purpose. */
  public Answer json(String method, String path, String body) {
    Answer answer = send(method, path, "application/json", BodyPublishers.ofString(body));
    Contract.checkTaken(method, path, body, answer);
    return answer;
  }

  /** Sends any request; keeps the cookies of the answer. */
  public Answer send(String method, String path, @Nullable String contentType,
      BodyPublisher body) {
    HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path))
        .timeout(Duration.ofSeconds(60))
        .method(method, body);
    headers.forEach(request::setHeader);
    if (contentType != null) {
      request.setHeader("Content-Type", contentType);
    }
    if (!cookies.isEmpty()) {
      request.setHeader("Cookie", cookieHeader());
    }
    try {
      HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
      response.headers().allValues("Set-Cookie").forEach(this::keep);
      Answer answer = new Answer(response);
      Contract.check(method, path, answer);
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private String cookieHeader() {
    StringBuilder header = new StringBuilder();
    cookies
        .forEach((name, value) -> header.append(header.isEmpty() ? "" : "; ").append(name).append('=').append(value));
    return header.toString();
  }

  private void keep(String setCookie) {
    String pair = setCookie.split(";", 2)[0];
    String name = pair.substring(0, pair.indexOf('='));
    String value = pair.substring(pair.indexOf('=') + 1);
    if (value.isEmpty() || setCookie.contains("Max-Age=0")) {
      cookies.remove(name);
    } else {
      cookies.put(name, value);
    }
  }

  private static String text(Object body) {
    try {
      return JSON.writeValueAsString(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What came back. */
  public record Answer(HttpResponse<String> response) {
    public int status() {
      return response.statusCode();
    }

    public String body() {
      return response.body();
    }

    public Optional<String> header(String name) {
      return response.headers().firstValue(name);
    }

    /** The whole answer as JSON. */
    public JsonNode json() {
      try {
        return JSON.readTree(response.body());
      } catch (IOException e) {
        throw new IllegalStateException("no JSON: " + response.body(), e);
      }
    }

    /** The {@code data} of the envelope. */
    public JsonNode data() {
      return json().path("data");
    }

    /** The {@code code} of the envelope. */
    public String code() {
      return json().path("code").asText();
    }
  }
}
