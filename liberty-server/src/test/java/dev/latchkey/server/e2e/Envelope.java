package dev.latchkey.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What must be true of every refusal, whichever it is. */
final class Envelope {
  /** What would tell a stranger how we are made. */
  static final List<String> INTERNALS = List.of("dev.latchkey", "jackson", "Exception", "jakarta", "java.", "\tat ",
      "org.postgresql", "SQLSTATE", "liberty", "Liberty", "SRVE0", "CWWK", "CWWW", "RESTEASY");

  private Envelope() {}

  static void assertRefused(ApiClient.Answer answer, int status, String code) {
    JsonNode body = answer.json();
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).hasValue("application/json");
    assertThat(body.fieldNames()).toIterable().containsExactly("success", "status", "code", "message", "requestId",
        "data", "errors");
    assertThat(body.path("success").booleanValue()).isFalse();
    assertThat(body.path("status").intValue()).isEqualTo(status);
    assertThat(body.path("code").textValue()).isEqualTo(code);
    assertThat(body.path("message").textValue()).isNotBlank();
    assertThat(body.path("errors").isArray()).isTrue();
    assertThat(answer.header("X-Request-Id")).hasValue(body.path("requestId").textValue());
    assertThat(body.path("requestId").textValue()).matches("[0-9A-Z]{16}");
    // Random letters may happen to spell the beginning of a message of the server's.
    assertThat(comparable(answer)).doesNotContain(INTERNALS);
  }

  /** The answer less what is never the same twice. */
  static String comparable(ApiClient.Answer answer) {
    ObjectNode body = answer.json().deepCopy();
    assertThat(body.remove("requestId")).isNotNull();
    return answer.status() + " " + body;
  }
}
