package dev.latchkey.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.authenticator.Manner;
import dev.latchkey.application.authenticator.SoftAuthenticator;
import dev.latchkey.application.passkey.AssertionAnswer;
import dev.latchkey.application.passkey.RegistrationAnswer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Passkeys hold on two nodes as they do on one, with signatures as real as a browser's. */
@ExtendWith(TwoNodes.Extension.class)
class PasskeyIT {
  private static final String ME = "/api/auth/me";

  private final TwoNodes nodes;
  private final Person ada;
  private final Manner honest;
  private final SoftAuthenticator laptop = new SoftAuthenticator();

  PasskeyIT(TwoNodes nodes) {
    this.nodes = nodes;
    this.ada = nodes.someone();
    this.honest = Manner.honest(nodes.publicUrl(), "localhost");
  }

  @Test
  void is_registered_on_one_node_and_signs_in_on_the_other_with_both_factors_at_once() {
    ApiClient.Answer made = Passkeys.register(ada.browser(), laptop, honest);
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    ApiClient elsewhere = nodes.browserAt(nodes.second());
    ApiClient.Answer in = Passkeys.signIn(elsewhere, laptop, honest.counting(2));
    assertThat(in.status()).as(in.body()).isEqualTo(200);
    assertThat(in.data().at("/user/id").asText()).isEqualTo(ada.id());
    assertThat(in.data().at("/session/mfa").asText()).isEqualTo("done");
    assertThat(elsewhere.get(Passkeys.PATH).data().path("items")).singleElement().satisfies(passkey -> {
      assertThat(passkey.path("id")).isEqualTo(made.data().path("id"));
      assertThat(passkey.path("name").asText()).isEqualTo("Test key");
      assertThat(passkey.path("lastUsedAt").isTextual()).isTrue();
    });
  }

  @Test
  void of_sixteen_that_use_one_answer_together_on_both_nodes_one_gets_in() {
    registered();
    for (int round = 0; round < 3; round++) {
      Map<String, Object> answer = Passkeys
          .form(laptop.sign(Passkeys.challenge(nodes.browser()), honest.counting(round + 2)));
      List<Integer> statuses = Together.run(16, i -> {
        ApiClient browser = nodes.browserAt(nodes.node(i));
        return () -> browser.post(Passkeys.SIGN_IN, answer).status();
      });
      assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 401);
    }
  }

  @Test
  void of_sixteen_that_are_registered_with_one_challenge_together_one_is_kept() {
    String challenge = Passkeys.offer(ada.browser());
    List<Map<String, Object>> answers = IntStream.range(0, 16)
        .mapToObj(i -> Passkeys.form(new SoftAuthenticator().register(challenge, honest), "Number " + i)).toList();
    List<Integer> statuses = Together.run(16, i -> {
      // Each with a copy of the cookie, which the one that succeeds changes.
      ApiClient browser = ada.browser().at(nodes.node(i).uri());
      return () -> browser.post(Passkeys.PATH, answers.get(i)).status();
    });
    assertThat(statuses).containsOnlyOnce(201).isSubsetOf(201, 400, 401);
    assertThat(nodes.database().texts("SELECT name FROM passkey WHERE user_id = ?", ada.id())).hasSize(1);
  }

  @Test
  void refuses_whatever_is_not_an_honest_answer_to_its_own_challenge() {
    registered();
    ApiClient browser = nodes.browser();
    Manner next = honest.counting(5);
    AssertionAnswer used = laptop.sign(Passkeys.challenge(browser), next);
    assertThat(browser.post(Passkeys.SIGN_IN, Passkeys.form(used)).status()).isEqualTo(200);
    assertRefused(used);
    assertRefused(laptop.sign(Passkeys.challenge(browser), next.counting(4)));
    assertRefused(laptop.sign(Passkeys.challenge(browser), next.at(nodes.second().uri().toString()).counting(6)));
    assertRefused(laptop.sign(Passkeys.challenge(browser), next.forDomain("example.com").counting(6)));
    assertRefused(laptop.sign(Passkeys.challenge(browser), next.untouched().counting(6)));
    assertRefused(laptop.sign(Passkeys.offer(nodes.someone().browser()), next.counting(6)));
    assertRefused(new SoftAuthenticator().sign(Passkeys.challenge(browser), next.counting(6)));
    AssertionAnswer good = laptop.sign(Passkeys.challenge(browser), next.counting(6));
    assertRefused(new AssertionAnswer(good.credential(), good.clientData(), good.authenticatorData(),
        used.signature(), Optional.empty()));
    assertThat(Passkeys.signIn(browser, laptop, next.counting(7)).status()).isEqualTo(200);
    assertThat(nodes.database().texts("SELECT chain ->> -1 FROM audit_event WHERE actor_id = ? AND action = 'SIGN_IN' "
        + "AND outcome = 'REFUSED'", ada.id())).anyMatch(reason -> reason.contains("counter"));
  }

  @Test
  void a_challenge_that_expired_stays_so_whatever_the_clock_says_later() {
    registered();
    String challenge = Passkeys.challenge(nodes.browser());
    nodes.database().change("UPDATE one_time_secret SET expires_at = now() - interval '1 second' WHERE id = ?",
        Passkeys.idOf(challenge));
    AssertionAnswer answer = laptop.sign(challenge, honest.counting(2));
    assertRefused(answer);
    nodes.database().change("UPDATE one_time_secret SET expires_at = now() + interval '1 hour' WHERE id = ?",
        Passkeys.idOf(challenge));
    assertRefused(answer);
  }

  @Test
  void registers_nothing_for_a_page_of_others_or_with_a_challenge_of_others() {
    ApiClient browser = ada.browser();
    for (RegistrationAnswer answer : List.of(
        laptop.register(Passkeys.offer(browser), honest.at("https://evil.example")),
        laptop.register(Passkeys.offer(browser), honest.forDomain("evil.example")),
        laptop.register(Passkeys.challenge(browser), honest),
        laptop.register(Passkeys.offer(nodes.someone().browser()), honest))) {
      Envelope.assertRefused(browser.post(Passkeys.PATH, Passkeys.form(answer, "Test key")), 400, "CODE_INVALID");
    }
    assertThat(browser.get(Passkeys.PATH).data().path("items")).isEmpty();
    registered();
    Person bob = nodes.someone();
    Envelope.assertRefused(Passkeys.register(bob.browser(), laptop, honest), 409, "CONFLICT");
  }

  @Test
  void registering_and_removing_end_the_other_sessions_on_the_other_node_too() {
    ApiClient other = nodes.browserAt(nodes.second());
    assertThat(Person.signIn(other, ada.email(), Person.PASSWORD).status()).isEqualTo(200);
    String id = registered();
    Envelope.assertRefused(other.get(ME), 401, "UNAUTHENTICATED");
    assertThat(Passkeys.signIn(other, laptop, honest.counting(2)).status()).isEqualTo(200);
    assertThat(ada.browser().delete(Passkeys.PATH + "/" + id).status()).isEqualTo(200);
    Envelope.assertRefused(other.get(ME), 401, "UNAUTHENTICATED");
    Envelope.assertRefused(ada.browser().delete(Passkeys.PATH + "/" + id), 404, "NOT_FOUND");
    assertRefused(laptop.sign(Passkeys.challenge(other), honest.counting(3)));
  }

  @Test
  void opens_an_organization_that_insists_on_a_second_factor() {
    nodes.database().change("UPDATE organization SET require_mfa = true WHERE id = ?", ada.organization());
    String organization = "/api/user/organizations/" + ada.organization();
    Envelope.assertRefused(ada.browser().get(organization), 403, "MFA_ENROLMENT_REQUIRED");
    registered();
    assertThat(ada.browser().get(organization).status()).isEqualTo(200);
    ApiClient again = nodes.browserAt(nodes.second());
    assertThat(Passkeys.signIn(again, laptop, honest.counting(2)).status()).isEqualTo(200);
    assertThat(again.get(organization).status()).isEqualTo(200);
    // Without its owner verified it is one factor only.
    ApiClient unverified = nodes.browser();
    assertThat(Passkeys.signIn(unverified, laptop, honest.unverified().counting(3)).data().at("/session/mfa").asText())
        .isEqualTo("enrol");
    Envelope.assertRefused(unverified.get(organization), 403, "MFA_ENROLMENT_REQUIRED");
  }

  @Test
  void an_app_is_asked_for_only_after_a_passkey_that_did_not_verify_its_owner() {
    Enrolled enrolled = Enrolled.on(nodes);
    assertThat(Passkeys.register(enrolled.browser(), laptop, honest).status()).isEqualTo(201);
    ApiClient unverified = nodes.browser();
    ApiClient.Answer half = Passkeys.signIn(unverified, laptop, honest.unverified().counting(2));
    assertThat(half.data().at("/session/mfa").asText()).isEqualTo("required");
    Envelope.assertRefused(unverified.get(Passkeys.PATH), 403, "MFA_REQUIRED");
    ApiClient.Answer whole = Passkeys.signIn(unverified, laptop, honest.counting(3));
    assertThat(whole.data().at("/session/mfa").asText()).isEqualTo("done");
  }

  @Test
  void people_without_access_get_the_answer_of_a_passkey_that_nobody_has() {
    registered();
    nodes.database().change("UPDATE membership SET status = 'DEACTIVATED' WHERE user_id = ?", ada.id());
    ApiClient.Answer known = Passkeys.signIn(nodes.browser(), laptop, honest.counting(2));
    ApiClient.Answer unknown = Passkeys.signIn(nodes.browser(), new SoftAuthenticator(), honest);
    assertThat(Envelope.comparable(known)).isEqualTo(Envelope.comparable(unknown));
    Envelope.assertRefused(known, 401, "INVALID_CREDENTIALS");
  }

  private String registered() {
    ApiClient.Answer made = Passkeys.register(ada.browser(), laptop, honest);
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    return made.data().path("id").asText();
  }

  private void assertRefused(AssertionAnswer answer) {
    ApiClient browser = nodes.browser();
    Envelope.assertRefused(browser.post(Passkeys.SIGN_IN, Passkeys.form(answer)), 401, "INVALID_CREDENTIALS");
    assertThat(browser.cookie(Person.SESSION)).isEmpty();
  }
}
