package dev.latchkey.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Until the address is proven there is no account, and nobody learns which addresses have one. */
@ExtendWith(TwoNodes.Extension.class)
class SignUpIT {
  private final TwoNodes nodes;
  private final TestDatabase database;
  private final String email = Person.newAddress();

  SignUpIT(TwoNodes nodes) {
    this.nodes = nodes;
    this.database = nodes.database();
  }

  @Test
  void makes_nothing_of_an_address_that_is_not_proven() {
    Person.applyAt(nodes.browser(), email);
    Envelope.assertRefused(Person.signIn(nodes.browser(), email, Person.PASSWORD), 401, "INVALID_CREDENTIALS");
    assertThat(database.number("SELECT count(*) FROM user_account WHERE email = ?", email)).isZero();
  }

  @Test
  void answers_the_same_for_an_address_that_has_an_account_but_writes_another_mail() {
    Person person = nodes.someone();
    ApiClient.Answer unknown = nodes.browser().post("/api/auth/signup", Person.application(email));
    ApiClient.Answer known = nodes.browser().post("/api/auth/signup", Person.application(person.email()));

    assertThat(known.status()).isEqualTo(unknown.status()).isEqualTo(202);
    assertThat(comparable(known)).isEqualTo(comparable(unknown));
    assertThat(known.response().headers().map().keySet()).isEqualTo(unknown.response().headers().map().keySet());
    TrialMailbox.Mail mail = nodes.mailbox().awaitMailTo(person.email(), it -> !it.text().contains(person.code()));
    assertThat(mail.text()).contains(nodes.publicUrl() + "/sign-in").doesNotContainPattern("[0-9]{8}")
        .doesNotContain("Ada Lovelace", "Engines");
    String challenge = known.data().path("challengeId").asText();
    Envelope.assertRefused(Person.verify(nodes.browser(), challenge, "00000000"), 400, "CODE_INVALID");
    assertThat(nodes.browser().post("/api/auth/email/resend", Map.of("challengeId", challenge)).status())
        .isEqualTo(202);
  }

  @Test
  void counts_the_mails_to_one_address_over_all_nodes() {
    List<Integer> statuses = Together.run(10, i -> {
      ApiClient browser = nodes.browserAt(nodes.node(i));
      return () -> browser.post("/api/auth/signup", Person.application(email)).status();
    });
    assertThat(statuses).containsOnly(202);

    ApiClient.Answer oneTooMany = nodes.browser().post("/api/auth/signup", Person.application(email));
    Envelope.assertRefused(oneTooMany, 429, "TOO_MANY_REQUESTS");
    assertThat(oneTooMany.header("Retry-After")).hasValue("3600");
    assertThat(database.number("SELECT count(*) FROM mail_outbox WHERE recipient = ?", email)).isEqualTo(10);
  }

  @Test
  void gives_two_organizations_of_one_name_slugs_of_their_own_and_refuses_a_slug_that_is_taken() {
    Person one = nodes.someone();
    Person other = nodes.someone();
    String slug = one.welcome().data().at("/organizations/0/slug").asText();
    assertThat(slug).startsWith("engines").isNotEqualTo(other.welcome().data().at("/organizations/0/slug").asText());
    ApiClient.Answer taken = nodes.browser().post("/api/auth/signup", Map.of("email", email, "name", "Ada",
        "password", Person.PASSWORD, "organizationName", "Engines", "slug", slug));
    Envelope.assertRefused(taken, 409, "CONFLICT");
    assertThat(taken.json().at("/errors/0/field").asText()).isEqualTo("slug");
  }

  @Test
  void tells_all_that_is_wrong_at_once() {
    ApiClient.Answer answer = nodes.browser().post("/api/auth/signup",
        Map.of("email", "ada", "name", " ", "password", "", "slug", "No Slug"));
    Envelope.assertRefused(answer, 400, "VALIDATION_FAILED");
    assertThat(answer.json().path("errors")).extracting(error -> error.path("pointer").asText())
        .containsExactlyInAnyOrder("/email", "/name", "/password", "/slug");
  }

  @Test
  void refuses_passwords_that_are_short_common_or_the_persons_own_name() {
    for (String weak : List.of("fourteen chars", "passwordpassword", "ada lovelace engines")) {
      ApiClient.Answer answer = nodes.browser().post("/api/auth/signup",
          Map.of("email", email, "name", "Ada Lovelace", "password", weak, "organizationName", "Engines"));
      Envelope.assertRefused(answer, 400, "VALIDATION_FAILED");
      assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo("password");
      assertThat(answer.body()).doesNotContain(weak);
    }
  }

  private static String comparable(ApiClient.Answer answer) {
    return answer.body().replace(answer.data().path("challengeId").asText(), "…");
  }
}
