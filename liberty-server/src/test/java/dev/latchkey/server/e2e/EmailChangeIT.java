package dev.latchkey.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An account moves to an address that its owner has proven; nobody else moves it, and nothing old opens it. */
@ExtendWith(TwoNodes.Extension.class)
class EmailChangeIT {
  private static final int MANY = 16;

  private final TwoNodes nodes;
  private final Person person;
  private final String wanted = Person.newAddress();

  EmailChangeIT(TwoNodes nodes) {
    this.nodes = nodes;
    this.person = nodes.someone();
  }

  @Test
  void the_account_moves_other_sessions_end_and_the_old_address_is_told() {
    ApiClient elsewhere = nodes.browserAt(nodes.second());
    Person.signIn(elsewhere, person.email(), Person.PASSWORD);
    String challenge = EmailChange.begin(person, wanted);
    assertThat(person.browser().get("/api/auth/me").data().at("/user/email").asText()).isEqualTo(person.email());
    ApiClient.Answer done = Person.verify(person.browser(), challenge, EmailChange.codeTo(nodes, wanted));

    assertThat(done.status()).as(done.body()).isEqualTo(200);
    assertThat(done.data().at("/user/email").asText()).isEqualTo(wanted);
    Envelope.assertRefused(elsewhere.get("/api/auth/me"), 401, "UNAUTHENTICATED");
    ApiClient same = person.browser().at(nodes.second().uri());
    assertThat(same.get("/api/auth/me").data().at("/user/email").asText()).isEqualTo(wanted);
    assertThat(Person.signIn(nodes.browser(), wanted, Person.PASSWORD).status()).isEqualTo(200);
    Envelope.assertRefused(Person.signIn(nodes.browser(), person.email(), Person.PASSWORD), 401,
        "INVALID_CREDENTIALS");
    TrialMailbox.Mail told = nodes.mailbox().awaitMailTo(person.email(),
        mail -> mail.subject().equals("The e-mail address of your account at Latchkey was changed"));
    assertThat(told.text()).contains(wanted, "Tell an administrator");
    assertThat(nodes.database().texts("SELECT action || ' ' || outcome FROM audit_event WHERE actor_id = ? "
        + "AND action LIKE 'EMAIL_CHANGE%' ORDER BY id", person.id()))
        .containsExactly("EMAIL_CHANGE_STARTED SUCCESS", "EMAIL_CHANGED SUCCESS");
  }

  @Test
  void of_sixteen_who_present_the_code_at_once_one_succeeds() {
    String challenge = EmailChange.begin(person, wanted);
    String code = EmailChange.codeTo(nodes, wanted);
    List<ApiClient.Answer> answers = Together.run(MANY, i -> {
      ApiClient browser = at(person, i);
      return () -> Person.verify(browser, challenge, code);
    });
    assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
    assertThat(answers).filteredOn(answer -> answer.status() != 200)
        .allSatisfy(answer -> Envelope.assertRefused(answer, 400, "CODE_INVALID"));
    Envelope.assertRefused(Person.verify(person.browser(), challenge, code), 400, "CODE_INVALID");
  }

  @Test
  void of_several_who_prove_the_same_address_at_once_one_gets_it() {
    List<Person> people = Stream.generate(nodes::someone).limit(4).toList();
    List<String> challenges = new ArrayList<>();
    List<String> codes = new ArrayList<>();
    for (Person each : people) {
      challenges.add(EmailChange.begin(each, wanted));
      int mails = challenges.size();
      codes.add(nodes.mailbox().awaitMailTo(wanted, mail -> nodes.mailbox().mailsTo(wanted).size() == mails).code());
    }
    List<Integer> statuses = Together.run(people.size(), i -> {
      ApiClient browser = at(people.get(i), i);
      return () -> Person.verify(browser, challenges.get(i), codes.get(i)).status();
    });
    assertThat(statuses).containsExactlyInAnyOrder(200, 409, 409, 409);
    assertThat(nodes.database().number("SELECT count(*) FROM user_account WHERE email = ?", wanted)).isEqualTo(1);
  }

  @Test
  void a_code_that_has_expired_stays_so_even_if_time_goes_back() {
    String challenge = EmailChange.begin(person, wanted);
    String code = EmailChange.codeTo(nodes, wanted);
    nodes.database().change("UPDATE one_time_secret SET expires_at = now() - interval '1 second' WHERE id = ?",
        challenge);
    Envelope.assertRefused(Person.verify(person.browser(), challenge, code), 400, "CODE_INVALID");
    nodes.database().change("UPDATE one_time_secret SET expires_at = now() + interval '1 hour' WHERE id = ?",
        challenge);
    Envelope.assertRefused(Person.verify(person.browser(), challenge, code), 400, "CODE_INVALID");
  }

  @Test
  void a_code_is_nothing_to_others_and_nothing_for_another_purpose() {
    Person eve = nodes.someone();
    String challenge = EmailChange.begin(person, wanted);
    String code = EmailChange.codeTo(nodes, wanted);
    List<ApiClient.Answer> refused = List.of(Person.verify(eve.browser(), challenge, code),
        Person.verify(nodes.browser(), challenge, code),
        Person.verify(eve.browser(), challenge, other(code)),
        Person.verify(eve.browser(), "0".repeat(26), code),
        nodes.browser().post("/api/auth/password/reset",
            Map.of("challengeId", challenge, "code", code, "newPassword", "eleven paper boats drift east")));
    assertThat(refused).allSatisfy(answer -> Envelope.assertRefused(answer, 400, "CODE_INVALID"))
        .extracting(Envelope::comparable).containsOnly(Envelope.comparable(refused.getFirst()));
    Envelope.assertRefused(EmailChange.resend(eve.browser(), challenge), 400, "CODE_INVALID");
    assertThat(Person.verify(person.browser(), challenge, code).status()).isEqualTo(200);
  }

  private ApiClient at(Person who, int node) {
    return who.browser().at(nodes.node(node).uri());
  }

  private static String other(String code) {
    return (code.startsWith("0") ? "1" : "0").repeat(8);
  }
}
