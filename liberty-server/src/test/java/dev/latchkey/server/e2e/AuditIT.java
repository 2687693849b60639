package dev.latchkey.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.signin.GuessKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What happened can be read afterwards, with the rules that decided and the id of the request. */
@ExtendWith(TwoNodes.Extension.class)
class AuditIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final TwoNodes nodes;
  private final Person person;

  AuditIT(TwoNodes nodes) {
    this.nodes = nodes;
    this.person = nodes.someone();
  }

  @Test
  void a_first_day_leaves_these_facts_in_this_order() {
    person.browser().json("PATCH", "/api/user/organizations/" + person.organization(), "{\"name\":\"New\"}");
    person.browser().post("/api/auth/logout");
    Person.signIn(person.browser(), person.email(), "wrong it is, and long enough");
    Person.signIn(person.browser(), person.email(), Person.PASSWORD);

    assertThat(nodes.database().texts("SELECT action || ' ' || outcome FROM audit_event WHERE actor_id = ? ORDER BY id",
        person.id())).containsExactly("ADDRESS_VERIFIED SUCCESS", "ORGANIZATION_CREATED SUCCESS",
            "ORGANIZATION_RENAMED SUCCESS", "SIGN_OUT SUCCESS", "SIGN_IN REFUSED", "SIGN_IN SUCCESS");
    assertThat(nodes.database().text("SELECT outcome FROM audit_event WHERE action = 'SIGN_UP_STARTED' "
        + "AND details ->> 'email' = ?", person.email())).isEqualTo("SUCCESS");
  }

  @Test
  void a_sign_in_carries_every_rule_that_was_looked_at() {
    ApiClient.Answer right = Person.signIn(nodes.browser(), person.email(), Person.PASSWORD);
    assertThat(rules(right)).containsExactly("address-known PASSED", "password-set PASSED", "password-matches PASSED",
        "not-deactivated-everywhere PASSED", "method-accepted PASSED");
    assertThat(event(right).path("details").path("method").asText()).isEqualTo("password");
  }

  @Test
  void a_refusal_ends_with_the_rule_that_failed_which_only_the_audit_tells() {
    ApiClient.Answer wrong = Person.signIn(nodes.browser(), person.email(), "wrong it is, and long enough");
    assertThat(rules(wrong)).containsExactly("address-known PASSED", "password-set PASSED", "password-matches FAILED");
    assertThat(event(wrong).path("actor_id").asText()).isEqualTo(person.id());

    ApiClient.Answer unknown = Person.signIn(nodes.browser(), Person.newAddress(), Person.PASSWORD);
    assertThat(rules(unknown)).containsExactly("address-known FAILED");
    assertThat(event(unknown).path("actor_id").isNull()).isTrue();

    nodes.database().change("UPDATE membership SET status = 'DEACTIVATED' WHERE user_id = ?", person.id());
    assertThat(rules(Person.signIn(nodes.browser(), person.email(), Person.PASSWORD))).last()
        .isEqualTo("not-deactivated-everywhere FAILED");

    nodes.database().change("UPDATE membership SET status = 'ACTIVE', break_glass = false WHERE user_id = ?",
        person.id());
    nodes.database().change("UPDATE organization SET auth_required = 'SSO' WHERE id = ?", person.organization());
    ApiClient.Answer sso = Person.signIn(nodes.browser(), person.email(), Person.PASSWORD);
    Envelope.assertRefused(sso, 403, "SSO_REQUIRED");
    assertThat(rules(sso)).last().isEqualTo("method-accepted FAILED");
  }

  @Test
  void a_throttled_try_and_a_wrong_code_are_kept_too() {
    nodes.database().change("INSERT INTO guess_count (key, failures, last_at) VALUES (?, 100, now())",
        GuessKey.of(new EmailAddress(person.email())).value());
    ApiClient.Answer throttled = Person.signIn(nodes.browser(), person.email(), Person.PASSWORD);
    Envelope.assertRefused(throttled, 429, "TOO_MANY_REQUESTS");
    assertThat(rules(throttled)).containsExactly("guesses-within-limit FAILED");

    String challenge = Person.applyAt(nodes.browser(), Person.newAddress());
    ApiClient.Answer wrongCode = Person.verify(nodes.browser(), challenge, "00000000");
    assertThat(rules(wrongCode)).containsExactly("code-valid FAILED");
    assertThat(event(wrongCode).path("action").asText()).isEqualTo("ADDRESS_VERIFIED");
  }

  @Test
  void an_event_names_request_address_and_device_on_one_line() {
    ApiClient browser = nodes.browser().header("User-Agent", "Mozilla/5.0\tforged " + "x".repeat(300));
    ApiClient.Answer answer = Person.signIn(browser, person.email(), Person.PASSWORD);
    JsonNode event = event(answer);
    assertThat(event.path("address").asText()).isEqualTo("127.0.0.1");
    assertThat(event.path("device").asText()).startsWith("Mozilla/5.0").hasSizeLessThanOrEqualTo(200)
        .doesNotContainPattern("\\p{Cntrl}");
  }

  private List<String> rules(ApiClient.Answer answer) {
    List<String> rules = new ArrayList<>();
    event(answer).path("chain")
        .forEach(link -> rules.add(link.path("rule").asText() + " " + link.path("result").asText()));
    return rules;
  }

  /** The one event that the request left. */
  private JsonNode event(ApiClient.Answer answer) {
    String requestId = answer.header("X-Request-Id").orElseThrow();
    try {
      return JSON.readTree(
          nodes.database().text("SELECT to_jsonb(e) FROM audit_event e WHERE request_id = ?", requestId));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
