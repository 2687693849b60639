package dev.latchkey.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A forgotten password is replaced by who reads the mailbox, once; everybody else learns and changes nothing. Who is
 * signed in changes it, or sets the first one.
 */
@ExtendWith(TwoNodes.Extension.class)
class ForgottenPasswordIT {
  private static final int MANY = 16;
  private static final String NEW = "eleven paper boats drift east";
  private static final String SUBJECT = "Reset your password for Latchkey";

  private final TwoNodes nodes;
  private final Person person;

  ForgottenPasswordIT(TwoNodes nodes) {
    this.nodes = nodes;
    this.person = nodes.someone();
  }

  @Test
  void the_code_replaces_the_password_ends_all_sessions_and_signs_nobody_in() {
    ApiClient elsewhere = person.browser().at(nodes.second().uri());
    ApiClient stranger = nodes.browserAt(nodes.second());
    String challenge = forget(stranger, person.email());
    ApiClient.Answer done = reset(stranger, challenge, codeFor(person), NEW);

    assertThat(done.status()).as(done.body()).isEqualTo(200);
    assertThat(done.header("Set-Cookie")).isEmpty();
    Envelope.assertRefused(elsewhere.get("/api/auth/me"), 401, "UNAUTHENTICATED");
    Envelope.assertRefused(person.browser().get("/api/auth/me"), 401, "UNAUTHENTICATED");
    Envelope.assertRefused(Person.signIn(nodes.browser(), person.email(), Person.PASSWORD), 401, "INVALID_CREDENTIALS");
    assertThat(Person.signIn(nodes.browser(), person.email(), NEW).status()).isEqualTo(200);
    nodes.mailbox().awaitMailTo(person.email(),
        mail -> mail.subject().equals("Your password for Latchkey was changed"));
  }

  @Test
  void unknown_addresses_get_the_same_answer_and_a_mail_without_a_code() {
    String nobody = Person.newAddress();
    ApiClient.Answer known = nodes.browser().post("/api/auth/password/forgot", Map.of("email", person.email()));
    ApiClient.Answer unknown = nodes.browser().post("/api/auth/password/forgot", Map.of("email", nobody));
    assertThat(withoutChallenge(unknown)).isEqualTo(withoutChallenge(known));
    assertThat(nodes.mailbox().awaitMailTo(nobody).text()).doesNotContainPattern("[0-9]{8}")
        .contains("There is no account for this address");
    Envelope.assertRefused(reset(nodes.browser(), challengeOf(unknown), codeFor(person), NEW), 400, "CODE_INVALID");
  }

  @Test
  void of_sixteen_who_present_the_code_at_once_one_changes_the_password() {
    String challenge = forget(nodes.browser(), person.email());
    String code = codeFor(person);
    List<ApiClient.Answer> answers = Together.run(MANY, i -> {
      ApiClient browser = nodes.browserAt(nodes.node(i));
      return () -> patient(browser, challenge, code, NEW + " " + i);
    });
    assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
    assertThat(answers).filteredOn(answer -> answer.status() != 200)
        .allSatisfy(answer -> Envelope.assertRefused(answer, 400, "CODE_INVALID"));
    int winner = answers.stream().map(ApiClient.Answer::status).toList().indexOf(200);
    assertThat(Person.signIn(nodes.browser(), person.email(), NEW + " " + winner).status()).isEqualTo(200);
  }

  @Test
  void five_wrong_codes_void_the_right_one() {
    String challenge = forget(nodes.browser(), person.email());
    String code = codeFor(person);
    for (int i = 0; i < 5; i++) {
      Envelope.assertRefused(reset(nodes.browserAt(nodes.node(i)), challenge, otherThan(code), NEW), 400,
          "CODE_INVALID");
    }
    Envelope.assertRefused(reset(nodes.browser(), challenge, code, NEW), 400, "CODE_INVALID");
    assertThat(Person.signIn(nodes.browser(), person.email(), Person.PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void a_code_that_has_expired_stays_so_even_if_time_goes_back() {
    String challenge = forget(nodes.browser(), person.email());
    String code = codeFor(person);
    nodes.database().change("UPDATE one_time_secret SET expires_at = now() - interval '1 second' WHERE id = ?",
        challenge);
    Envelope.assertRefused(reset(nodes.browser(), challenge, code, NEW), 400, "CODE_INVALID");
    nodes.database().change("UPDATE one_time_secret SET expires_at = now() + interval '1 hour' WHERE id = ?",
        challenge);
    Envelope.assertRefused(reset(nodes.browser(), challenge, code, NEW), 400, "CODE_INVALID");
  }

  @Test
  void a_code_of_another_person_or_purpose_opens_nothing() {
    Person eve = nodes.someone();
    String mine = forget(nodes.browser(), person.email());
    String eves = forget(nodes.browser(), eve.email());
    String code = codeFor(person);
    String evesCode = codeFor(eve);
    Envelope.assertRefused(reset(nodes.browser(), mine, evesCode.equals(code) ? otherThan(code) : evesCode, NEW), 400,
        "CODE_INVALID");
    Envelope.assertRefused(Person.verify(nodes.browser(), mine, code), 400, "CODE_INVALID");
    assertThat(reset(nodes.browser(), eves, evesCode, NEW).status()).isEqualTo(200);

    String newcomer = Person.newAddress();
    String signUp = Person.applyAt(nodes.browser(), newcomer);
    Envelope.assertRefused(reset(nodes.browser(), signUp, nodes.mailbox().awaitMailTo(newcomer).code(), NEW), 400,
        "CODE_INVALID");
    assertThat(reset(nodes.browser(), mine, code, NEW).status()).isEqualTo(200);
  }

  @Test
  void a_password_that_is_refused_does_not_cost_the_code() {
    String challenge = forget(nodes.browser(), person.email());
    String code = codeFor(person);
    ApiClient.Answer refused = reset(nodes.browser(), challenge, code, "too short");
    Envelope.assertRefused(refused, 400, "VALIDATION_FAILED");
    assertThat(refused.json().at("/errors/0/field").asText()).isEqualTo("newPassword");
    assertThat(reset(nodes.browser(), challenge, code, NEW).status()).isEqualTo(200);
  }

  @Test
  void who_knows_the_password_changes_it_and_keeps_only_this_session() {
    ApiClient other = nodes.browserAt(nodes.second());
    Person.signIn(other, person.email(), Person.PASSWORD);
    Envelope.assertRefused(change(person.browser(), "not my password", NEW), 401, "INVALID_CREDENTIALS");
    Envelope.assertRefused(change(person.browser(), Person.PASSWORD, "short"), 400, "VALIDATION_FAILED");
    Envelope.assertRefused(change(nodes.browser(), Person.PASSWORD, NEW), 401, "UNAUTHENTICATED");
    assertThat(other.get("/api/auth/me").status()).isEqualTo(200);

    ApiClient.Answer changed = change(person.browser(), Person.PASSWORD, NEW);
    assertThat(changed.data().path("sessionsEnded").asInt()).as(changed.body()).isEqualTo(1);
    Envelope.assertRefused(other.get("/api/auth/me"), 401, "UNAUTHENTICATED");
    assertThat(person.browser().get("/api/auth/me").status()).isEqualTo(200);
    assertThat(Person.signIn(nodes.browser(), person.email(), NEW).status()).isEqualTo(200);
  }

  @Test
  void of_many_who_set_a_first_password_at_once_on_two_nodes_one_does() {
    nodes.database().change("UPDATE user_account SET password_hash = NULL WHERE email = ?", person.email());
    List<ApiClient.Answer> answers = Together.run(8, i -> () -> person.browser().at(nodes.node(i).uri())
        .post("/api/auth/password/change", Map.of("newPassword", NEW)));
    assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
    // Asked for the current one, signed out with the token before, or told to come back.
    assertThat(answers).filteredOn(answer -> answer.status() != 200)
        .allMatch(answer -> List.of(400, 401, 503).contains(answer.status()));
    assertThat(Person.signIn(nodes.browser(), person.email(), NEW).status()).isEqualTo(200);
    nodes.mailbox().awaitMailTo(person.email(),
        mail -> mail.subject().equals("A password was set for your Latchkey account"));
  }

  private static ApiClient.Answer change(ApiClient browser, String current, String chosen) {
    return browser.post("/api/auth/password/change", Map.of("currentPassword", current, "newPassword", chosen));
  }

  private static ApiClient.Answer reset(ApiClient browser, String challenge, String code, String password) {
    return browser.post("/api/auth/password/reset",
        Map.of("challengeId", challenge, "code", code, "newPassword", password));
  }

  /** Comes back when hashing is busy, as it is while sixteen of these run. */
  private static ApiClient.Answer patient(ApiClient browser, String challenge, String code, String password) {
    ApiClient.Answer answer = reset(browser, challenge, code, password);
    while (answer.status() == 503) {
      answer = reset(browser, challenge, code, password);
    }
    return answer;
  }

  private static String forget(ApiClient browser, String email) {
    return challengeOf(browser.post("/api/auth/password/forgot", Map.of("email", email)));
  }

  private static String challengeOf(ApiClient.Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(202);
    return answer.data().path("challengeId").asText();
  }

  private String codeFor(Person whose) {
    return nodes.mailbox().awaitMailTo(whose.email(), mail -> mail.subject().equals(SUBJECT)).code();
  }

  private static String withoutChallenge(ApiClient.Answer answer) {
    return answer.status() + " " + answer.body().replace(challengeOf(answer), "");
  }

  private static String otherThan(String code) {
    return (code.startsWith("0") ? "1" : "0").repeat(8);
  }
}
