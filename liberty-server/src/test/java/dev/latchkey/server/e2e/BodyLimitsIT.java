package dev.latchkey.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is too long, or lies about its length, is refused without being worked on. */
@ExtendWith(TwoNodes.Extension.class)
class BodyLimitsIT {
  private static final int LIMIT = 64 * 1024;
  private static final String LOGIN = "POST /api/auth/login HTTP/1.1";
  private static final String JSON = "Content-Type: application/json";

  private final TwoNodes nodes;
  private final Wire wire;

  BodyLimitsIT(TwoNodes nodes) {
    this.nodes = nodes;
    this.wire = new Wire(nodes.first().uri());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/auth/login", "/api/auth/signup", "/api/auth/email/verify", "/api/nowhere"})
  void a_body_over_the_limit_is_too_large(String path) {
    ApiClient client = nodes.browser();
    Envelope.assertRefused(client.json("POST", path, padded(LIMIT + 1)), 413, "TOO_LARGE");
    // Without a length, in chunks.
    Envelope.assertRefused(client.send("POST", path, "application/json", BodyPublishers.fromPublisher(
        BodyPublishers.ofString(padded(LIMIT + 1)))), 413, "TOO_LARGE");
  }

  @Test
  void a_body_of_exactly_the_limit_is_read() {
    Envelope.assertRefused(nodes.browser().json("POST", "/api/auth/login", padded(LIMIT)), 400, "VALIDATION_FAILED");
  }

  @Test
  void a_form_over_the_limit_is_too_large() {
    ApiClient.Answer answer = nodes.browser().send("POST", "/sign-in", "application/x-www-form-urlencoded",
        BodyPublishers.ofString("email=" + "a".repeat(LIMIT)));
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.header("Content-Type").orElseThrow()).startsWith("text/html");
    assertThat(answer.body()).doesNotContain(Envelope.INTERNALS);
  }

  @Test
  void a_body_that_is_longer_by_far_is_explained_as_well() {
    Envelope.assertRefused(nodes.browser().json("POST", "/api/auth/login", padded(3_000_000)), 413, "TOO_LARGE");
  }

  @Test
  void members_that_are_long_are_refused_before_they_are_worked_on() {
    ApiClient client = nodes.browser();
    for (String body : List.of("{\"email\":\"" + "a".repeat(8_193) + "\"}",
        "{\"" + "a".repeat(101) + "\":1}", "{\"email\":" + "9".repeat(5_000) + "}", "[".repeat(5_000))) {
      Envelope.assertRefused(client.json("POST", "/api/auth/login", body), 400, "VALIDATION_FAILED");
    }
    String password = "{\"email\":\"ada@example.com\",\"password\":\"" + "a".repeat(257) + "\"}";
    Envelope.assertRefused(client.json("POST", "/api/auth/login", password), 400, "VALIDATION_FAILED");
  }

  @Test
  void a_length_that_can_be_read_in_two_ways_is_refused() {
    byte[] chunks = "2\r\n{}\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    for (List<String> head : List.of(
        List.of(LOGIN, JSON, "Content-Length: 2", "Content-Length: 3"),
        List.of(LOGIN, JSON, "Content-Length: -1"),
        List.of(LOGIN, JSON, "Content-Length: 2x"),
        List.of(LOGIN, JSON, "Content-Length: 3", "Transfer-Encoding: chunked"),
        List.of(LOGIN, JSON, "Transfer-Encoding: chunked, identity"))) {
      Wire.Reply reply = wire.send(head, chunks);
      // Some are refused by a closed connection.
      assertThat(reply.status()).as(head.toString()).isIn(0, 400, 501);
      assertNothingTold(reply);
    }
  }

  @Test
  void too_long_and_too_many_headers_are_refused() {
    Wire.Reply tooLong = wire.send("GET /api/auth/me HTTP/1.1", "X-Long: " + "a".repeat(10_000));
    assertThat(tooLong.status()).isIn(0, 400, 431);
    assertNothingTold(tooLong);
    String[] head = new String[101];
    head[0] = "GET /api/auth/me HTTP/1.1";
    for (int i = 1; i < head.length; i++) {
      head[i] = "X-Many-" + i + ": a";
    }
    Wire.Reply tooMany = wire.send(head);
    assertThat(tooMany.status()).isIn(0, 400, 431);
    assertNothingTold(tooMany);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/auth/me/../../../etc/passwd", "/%2e%2e/%2e%2e/WEB-INF/web.xml", "/WEB-INF/beans.xml",
    "/META-INF/MANIFEST.MF", "/static/%2e%2e/%2e%2e/WEB-INF/beans.xml", "/static/..;/WEB-INF/beans.xml", "/%00",
    "/api/auth/me%0d%0aSet-Cookie:x=y", "/api//auth/me", "/api/auth/me;jsessionid=1", "/error", "/api/%ff",
    "/static/", "/webjars/", "/health", "/metrics", "/openapi/ui", "/.git/config"})
  void odd_paths_lead_nowhere(String path) {
    Wire.Reply reply = wire.send("GET " + path + " HTTP/1.1");
    assertThat(reply.status()).isIn(0, 400, 401, 404);
    assertThat(reply.header("Set-Cookie")).isEmpty();
    // What is no URI at all the web container refuses before us, in a line of its own that says no more than that.
    assertNothingTold(new Wire.Reply(reply.status(), reply.headers(), reply.body().replace("<H1>CWWWC0005I: ", "")));
  }

  private static void assertNothingTold(Wire.Reply reply) {
    assertThat(reply.body()).doesNotContain(Envelope.INTERNALS);
    assertThat(reply.header("Server")).isEmpty();
    assertThat(reply.header("X-Powered-By")).isEmpty();
  }

  private static String padded(int length) {
    return "{}" + " ".repeat(length - 2);
  }
}
