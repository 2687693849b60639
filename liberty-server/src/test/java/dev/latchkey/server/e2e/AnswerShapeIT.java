package dev.latchkey.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What programs find in the answers that tell who is signed in: these members and no others. */
@ExtendWith(TwoNodes.Extension.class)
class AnswerShapeIT {
  private static final String ULID = "[0-7][0-9A-HJKMNP-TV-Z]{25}";

  private final TwoNodes nodes;
  private final Person person;

  AnswerShapeIT(TwoNodes nodes) {
    this.nodes = nodes;
    this.person = nodes.someone();
  }

  @Test
  void verifying_signing_in_and_asking_who_one_is_answer_alike() {
    ApiClient other = nodes.browserAt(nodes.second());
    ApiClient.Answer login = Person.signIn(other, person.email(), Person.PASSWORD);
    assertShape(person.welcome(), "email-code");
    assertShape(login, "password");
    assertShape(other.get("/api/auth/me"), "password");
    assertThat(other.get("/api/auth/me").data()).isEqualTo(login.data());
    assertThat(login.data().path("organizations")).isEqualTo(person.welcome().data().path("organizations"));
  }

  @Test
  void a_list_of_organizations_has_items_and_a_cursor() {
    ApiClient.Answer list = person.browser().get("/api/user/organizations");
    assertSuccess(list);
    assertThat(list.data().fieldNames()).toIterable().containsExactly("items", "nextCursor");
    assertThat(list.data().path("items")).isEqualTo(person.welcome().data().path("organizations"));
    assertThat(list.data().path("nextCursor").isNull()).isTrue();
    assertThat(person.browser().get("/api/user/organizations/" + person.organization()).data())
        .isEqualTo(list.data().at("/items/0"));
  }

  @Test
  void somebody_without_an_organization_has_an_empty_list() {
    String email = Person.newAddress();
    ApiClient browser = nodes.browser();
    String challenge = browser.post("/api/auth/signup",
        Map.of("email", email, "name", "Ada", "password", Person.PASSWORD)).data().path("challengeId").asText();
    ApiClient.Answer welcome = Person.verify(browser, challenge, nodes.mailbox().awaitMailTo(email).code());
    assertThat(welcome.data().path("organizations").isArray()).isTrue();
    assertThat(welcome.data().path("organizations")).isEmpty();
    assertThat(browser.get("/api/auth/me").status()).isEqualTo(200);
    assertThat(browser.get("/").status()).isEqualTo(200);
  }

  @Test
  void a_challenge_is_all_that_a_sign_up_tells() {
    ApiClient.Answer answer = nodes.browser().post("/api/auth/signup", Person.application(Person.newAddress()));
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.json().path("status").intValue()).isEqualTo(202);
    assertThat(answer.data().fieldNames()).toIterable().containsExactly("challengeId");
    assertThat(answer.data().path("challengeId").asText()).matches(ULID);
  }

  private void assertShape(ApiClient.Answer answer, String proof) {
    assertSuccess(answer);
    JsonNode data = answer.data();
    assertThat(data.fieldNames()).toIterable().containsExactly("user", "session", "organizations");
    assertThat(data.path("user").fieldNames()).toIterable().containsExactly("id", "email", "name", "locale");
    assertThat(data.path("user").path("id").asText()).matches(ULID).isEqualTo(person.id());
    assertThat(data.path("user").path("email").asText()).isEqualTo(person.email());
    JsonNode session = data.path("session");
    assertThat(session.fieldNames()).toIterable().containsExactly("id", "createdAt", "expiresAt", "mfa", "proofs");
    assertThat(session.path("id").asText()).matches(ULID);
    assertThat(session.path("mfa").asText()).isEqualTo("none");
    assertThat(Instant.parse(session.path("expiresAt").asText()))
        .isAfter(Instant.parse(session.path("createdAt").asText()));
    assertThat(session.path("proofs")).hasSize(1);
    assertThat(session.at("/proofs/0").fieldNames()).toIterable().containsExactly("type", "at");
    assertThat(session.at("/proofs/0/type").asText()).isEqualTo(proof);
    assertThat(data.path("organizations")).hasSize(1);
    JsonNode organization = data.at("/organizations/0");
    assertThat(organization.fieldNames()).toIterable().containsExactly("id", "slug", "name", "role", "missing",
        "redirect");
    assertThat(organization.path("id").asText()).matches(ULID);
    assertThat(organization.path("slug").asText()).startsWith("engines");
    assertThat(organization.path("name").asText()).isEqualTo("Engines");
    assertThat(organization.path("role").asText()).isEqualTo("owner");
    assertThat(organization.path("missing").isNull()).isTrue();
    assertThat(answer.body()).doesNotContain(Person.PASSWORD, "hash", person.token());
  }

  private static void assertSuccess(ApiClient.Answer answer) {
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().fieldNames()).toIterable().containsExactly("success", "status", "code", "message", "data");
    assertThat(answer.json().path("success").booleanValue()).isTrue();
    assertThat(answer.json().path("status").intValue()).isEqualTo(200);
    assertThat(answer.code()).isEqualTo("OK");
  }
}
