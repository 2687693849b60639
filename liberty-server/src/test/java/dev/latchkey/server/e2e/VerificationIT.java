package dev.latchkey.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A mailed code proves one sign-up, once, whoever else tries at the same time and at whichever node. */
@ExtendWith(TwoNodes.Extension.class)
class VerificationIT {
  private static final int MANY = 16;

  private final TwoNodes nodes;
  private final TestDatabase database;
  private final String email = Person.newAddress();

  VerificationIT(TwoNodes nodes) {
    this.nodes = nodes;
    this.database = nodes.database();
  }

  @Test
  void of_sixteen_who_present_the_right_code_at_once_one_gets_in() {
    String challenge = apply(Map.of("email", email, "name", "Ada", "password", Person.PASSWORD, "organizationName",
        "Parallel", "slug", "parallel-" + email.substring(4, 12)));
    String code = nodes.mailbox().awaitMailTo(email).code();

    List<ApiClient.Answer> answers = allAtOnce(challenge, code);

    assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
    assertThat(answers).filteredOn(answer -> answer.status() != 200).hasSize(MANY - 1)
        .allSatisfy(answer -> Envelope.assertRefused(answer, 400, "CODE_INVALID"));
    assertThat(database.number("SELECT count(*) FROM user_account WHERE email = ?", email)).isEqualTo(1);
    assertThat(database.number("SELECT count(*) FROM organization WHERE slug LIKE ?",
        "parallel-" + email.substring(4, 12) + "%")).isEqualTo(1);
    assertThat(database.number(
        "SELECT count(*) FROM session JOIN user_account u ON u.id = session.user_id WHERE u.email = ?", email))
        .isEqualTo(1);
  }

  @Test
  void of_sixteen_wrong_codes_at_once_all_count_and_the_right_one_comes_too_late() {
    String challenge = Person.applyAt(nodes.browser(), email);
    String code = nodes.mailbox().awaitMailTo(email).code();

    assertThat(allAtOnce(challenge, other(code))).allMatch(answer -> answer.code().equals("CODE_INVALID"));

    assertThat(database.text("SELECT state FROM one_time_secret WHERE id = ?", challenge)).isEqualTo("USED_UP");
    Envelope.assertRefused(Person.verify(nodes.browser(), challenge, code), 400, "CODE_INVALID");
  }

  @Test
  void four_wrong_codes_are_forgiven() {
    String challenge = Person.applyAt(nodes.browser(), email);
    String code = nodes.mailbox().awaitMailTo(email).code();
    for (int i = 0; i < 4; i++) {
      Envelope.assertRefused(Person.verify(nodes.browserAt(nodes.node(i)), challenge, other(code)), 400,
          "CODE_INVALID");
    }
    assertThat(Person.verify(nodes.browser(), challenge, code).status()).isEqualTo(200);
  }

  @Test
  void a_later_attempt_does_not_replace_the_code() {
    String mine = Person.applyAt(nodes.browser(), email);
    String code = nodes.mailbox().awaitMailTo(email).code();
    String theirs = applyAs("Mallory", nodes.browserAt(nodes.second()));
    String theirCode = nodes.mailbox().awaitMailTo(email, mail -> !mail.code().equals(code)).code();

    Envelope.assertRefused(Person.verify(nodes.browser(), theirs, code), 400, "CODE_INVALID");
    ApiClient.Answer welcome = Person.verify(nodes.browser(), mine, code);
    assertThat(welcome.status()).isEqualTo(200);
    assertThat(welcome.data().at("/user/name").asText()).isEqualTo("Ada Lovelace");
    Envelope.assertRefused(Person.verify(nodes.browser(), theirs, theirCode), 409, "CONFLICT");
  }

  @Test
  void of_many_sign_ups_for_one_address_that_are_proven_at_once_one_becomes_the_account() {
    List<String> challenges = new ArrayList<>();
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      challenges.add(applyAs("Ada the " + i, nodes.browser()));
      int mails = i + 1;
      codes.add(nodes.mailbox().awaitMailTo(email, mail -> nodes.mailbox().mailsTo(email).size() == mails).code());
    }

    List<Integer> statuses = Together.run(challenges.size(), i -> {
      ApiClient browser = nodes.browserAt(nodes.node(i));
      return () -> Person.verify(browser, challenges.get(i), codes.get(i)).status();
    });

    assertThat(statuses).containsExactlyInAnyOrder(200, 409, 409, 409);
    assertThat(database.number("SELECT count(*) FROM user_account WHERE email = ?", email)).isEqualTo(1);
  }

  @Test
  void a_code_that_was_sent_anew_voids_the_one_before() {
    String challenge = Person.applyAt(nodes.browser(), email);
    String code = nodes.mailbox().awaitMailTo(email).code();
    ApiClient.Answer resent = nodes.browserAt(nodes.second()).post("/api/auth/email/resend",
        Map.of("challengeId", challenge));
    assertThat(resent.status()).isEqualTo(202);
    assertThat(resent.data().path("challengeId").asText()).isEqualTo(challenge);
    String newCode = nodes.mailbox().awaitMailTo(email, mail -> !mail.code().equals(code)).code();

    Envelope.assertRefused(Person.verify(nodes.browser(), challenge, code), 400, "CODE_INVALID");
    assertThat(Person.verify(nodes.browser(), challenge, newCode).status()).isEqualTo(200);
    Envelope.assertRefused(nodes.browser().post("/api/auth/email/resend", Map.of("challengeId", challenge)), 400,
        "CODE_INVALID");
  }

  @Test
  void a_code_that_has_expired_stays_so_even_if_time_goes_back() {
    String challenge = Person.applyAt(nodes.browser(), email);
    String code = nodes.mailbox().awaitMailTo(email).code();
    database.change("UPDATE one_time_secret SET expires_at = now() - interval '1 second' WHERE id = ?", challenge);
    Envelope.assertRefused(Person.verify(nodes.browser(), challenge, code), 400, "CODE_INVALID");
    database.change("UPDATE one_time_secret SET expires_at = now() + interval '1 hour' WHERE id = ?", challenge);
    Envelope.assertRefused(Person.verify(nodes.browser(), challenge, code), 400, "CODE_INVALID");
  }

  private List<ApiClient.Answer> allAtOnce(String challenge, String code) {
    return Together.run(MANY, i -> {
      ApiClient browser = nodes.browserAt(nodes.node(i));
      return () -> Person.verify(browser, challenge, code);
    });
  }

  private String applyAs(String name, ApiClient browser) {
    ApiClient.Answer answer = browser.post("/api/auth/signup",
        Map.of("email", email, "name", name, "password", "another five words to remember"));
    return answer.data().path("challengeId").asText();
  }

  private String apply(Map<String, String> application) {
    return nodes.browser().post("/api/auth/signup", application).data().path("challengeId").asText();
  }

  private static String other(String code) {
    return String.join("", Collections.nCopies(8, code.startsWith("0") ? "1" : "0"));
  }
}
