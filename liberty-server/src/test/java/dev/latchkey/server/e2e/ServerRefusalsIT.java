package dev.latchkey.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server refuses before the application sees it is guarded like everything else, and tells nothing. */
@ExtendWith(TwoNodes.Extension.class)
class ServerRefusalsIT {
  private final Wire wire;

  ServerRefusalsIT(TwoNodes nodes) {
    this.wire = new Wire(nodes.first().uri());
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET /%00 HTTP/1.1", "GET /%2e%2e/ HTTP/1.1", "GET /%2e%2e/%2e%2e/WEB-INF/web.xml HTTP/1.1",
    "GET /../x HTTP/1.1", "GET /%zz HTTP/1.1", "GET /WEB-INF/beans.xml HTTP/1.1", "GET /a\\..\\b HTTP/1.1",
    "TRACE /static/latchkey.css HTTP/1.1", "TRACE /webjars/nowhere.js HTTP/1.1", "TRACE /sign-in HTTP/1.1",
    "TRACE /api/auth/me HTTP/1.1"})
  void of_odd_paths_and_methods(String requestLine) {
    assertGuarded(wire.send(requestLine, "X-Secret: never-to-be-echoed"));
  }

  @Test
  void of_what_is_too_long() {
    assertGuarded(wire.send("GET /" + "a".repeat(9_000) + " HTTP/1.1"));
    assertGuarded(wire.send("GET / HTTP/1.1", "X-Long: " + "a".repeat(9_000)));
    assertGuarded(wire.send(Stream.concat(Stream.of("GET / HTTP/1.1"),
        IntStream.range(0, 100).mapToObj(i -> "X-Many-" + i + ": a")).toArray(String[]::new)));
  }

  @Test
  void of_a_host_that_is_not_ours() {
    assertGuarded(wire.send("GET / HTTP/1.1", "Host: elsewhere.example:4711"));
  }

  private static void assertGuarded(Wire.Reply reply) {
    assertThat(reply.status()).isBetween(400, 499);
    assertThat(reply.header("Content-Security-Policy")).contains("default-src 'none'", "frame-ancestors 'none'");
    assertThat(reply.header("Strict-Transport-Security")).isEqualTo("max-age=31536000; includeSubDomains");
    assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(reply.header("Referrer-Policy")).isEqualTo("same-origin");
    assertThat(reply.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
    assertThat(reply.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
    assertThat(reply.header("Permissions-Policy")).contains("camera=()", "usb=()");
    assertThat(reply.header("Cache-Control")).startsWith("no-store");
    for (String telltale : List.of("Server", "X-Powered-By", "$WSEP")) {
      assertThat(reply.header(telltale)).as(telltale).isEmpty();
    }
    // The web container names its message for a path that is none, and nothing else.
    assertThat(reply.body().replace("<H1>CWWWC0005I: ", "")).doesNotContain(Envelope.INTERNALS)
        .doesNotContain("never-to-be-echoed", "context root");
  }
}
