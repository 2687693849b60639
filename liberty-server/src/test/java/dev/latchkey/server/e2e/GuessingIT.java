package dev.latchkey.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.signin.GuessKey;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Guessing passwords is slowed down per account, over all nodes, and tells nothing about whether the account exists. */
@ExtendWith(TwoNodes.Extension.class)
class GuessingIT {
  private static final String WRONG = "eight gloomy ferns sing flat";

  private final TwoNodes nodes;
  private final TestDatabase database;

  GuessingIT(TwoNodes nodes) {
    this.nodes = nodes;
    this.database = nodes.database();
  }

  @Test
  void of_twenty_wrong_passwords_at_once_every_one_that_was_looked_at_is_counted() {
    for (String email : List.of(nodes.someone().email(), Person.newAddress())) {
      List<ApiClient.Answer> answers = Together.run(20, i -> {
        ApiClient stranger = nodes.browserAt(nodes.node(i));
        return () -> Person.signIn(stranger, email, WRONG);
      });

      List<ApiClient.Answer> lookedAt = answers.stream().filter(answer -> answer.status() == 401).toList();
      List<ApiClient.Answer> stopped = answers.stream().filter(answer -> answer.status() != 401).toList();
      assertThat(failures(email)).isEqualTo(lookedAt.size());
      // Five are free; on a very slow machine the second that the sixth has to wait is over by then.
      assertThat(lookedAt).hasSizeBetween(5, 7);
      assertThat(stopped).allSatisfy(answer -> {
        Envelope.assertRefused(answer, 429, "TOO_MANY_REQUESTS");
        assertThat(answer.header("Retry-After").orElseThrow()).matches("[1-9][0-9]*");
      });
    }
  }

  @Test
  void unknown_wrong_and_deactivated_are_told_alike_at_every_step() {
    String unknown = Person.newAddress();
    Person wrong = nodes.someone();
    Person deactivated = nodes.someone();
    database.change("UPDATE membership SET status = 'DEACTIVATED' WHERE user_id = ?", deactivated.id());

    for (int i = 0; i < 5; i++) {
      ApiClient.Answer answer = Person.signIn(nodes.browserAt(nodes.node(i)), unknown, WRONG);
      Envelope.assertRefused(answer, 401, "INVALID_CREDENTIALS");
      assertThat(answer.header("Set-Cookie")).isEmpty();
      ApiClient.Answer known = Person.signIn(nodes.browserAt(nodes.node(i)), wrong.email(), WRONG);
      ApiClient.Answer gone = Person.signIn(nodes.browserAt(nodes.node(i)), deactivated.email(), Person.PASSWORD);
      assertThat(Envelope.comparable(known)).isEqualTo(Envelope.comparable(answer))
          .isEqualTo(Envelope.comparable(gone));
      assertThat(names(known)).isEqualTo(names(answer)).isEqualTo(names(gone));
    }
    List<String> all = List.of(unknown, wrong.email(), deactivated.email());
    assertThat(all).extracting(this::failures).containsOnly(5L);

    all.forEach(email -> setFailures(email, 100));
    List<ApiClient.Answer> answers =
        all.stream().map(email -> Person.signIn(nodes.browser(), email, Person.PASSWORD)).toList();
    assertThat(answers).allSatisfy(answer -> Envelope.assertRefused(answer, 429, "TOO_MANY_REQUESTS"));
    assertThat(answers).extracting(Envelope::comparable).containsOnly(Envelope.comparable(answers.getFirst()));
    assertThat(answers).extracting(answer -> answer.header("Retry-After").orElseThrow()).containsOnly("864");
  }

  @Test
  void strangers_who_guess_do_not_lock_the_owner_out_of_a_browser_of_hers() {
    Person person = nodes.someone();
    setFailures(person.email(), 100);
    ApiClient.Answer stranger = Person.signIn(nodes.browser(), person.email(), Person.PASSWORD);
    Envelope.assertRefused(stranger, 429, "TOO_MANY_REQUESTS");
    assertThat(stranger.header("Retry-After")).hasValue("864");

    assertThat(Person.signIn(person.browser(), person.email(), Person.PASSWORD).status()).isEqualTo(200);
    assertThat(failures(person.email())).isEqualTo(100);
  }

  @Test
  void a_browser_known_to_one_person_counts_as_a_stranger_for_another() {
    Person guesser = nodes.someone();
    Person victim = nodes.someone();
    setFailures(victim.email(), 100);
    Envelope.assertRefused(Person.signIn(guesser.browser(), victim.email(), Person.PASSWORD), 429,
        "TOO_MANY_REQUESTS");
  }

  @Test
  void the_owners_own_browser_is_limited_too() {
    Person person = nodes.someone();
    List<Integer> statuses = Together.run(20, i -> {
      ApiClient sameBrowser = person.browser().at(nodes.node(i).uri());
      return () -> Person.signIn(sameBrowser, person.email(), WRONG).status();
    });
    assertThat(statuses).containsOnly(401, 429);
    assertThat(statuses.stream().filter(status -> status == 401)).hasSizeBetween(5, 7);
  }

  @Test
  void the_right_password_wipes_the_count_away() {
    Person person = nodes.someone();
    Person.signIn(nodes.browser(), person.email(), WRONG);
    assertThat(failures(person.email())).isEqualTo(1);
    assertThat(Person.signIn(nodes.browser(), person.email(), Person.PASSWORD).status()).isEqualTo(200);
    assertThat(database.texts("SELECT key FROM guess_count WHERE key = ?", key(person.email()))).isEmpty();
  }

  private long failures(String email) {
    return database.number("SELECT failures FROM guess_count WHERE key = ?", key(email));
  }

  private void setFailures(String email, int failures) {
    database.change("INSERT INTO guess_count (key, failures, last_at) VALUES (?, ?, now()) "
        + "ON CONFLICT (key) DO UPDATE SET failures = excluded.failures, last_at = excluded.last_at", key(email),
        failures);
  }

  private static String key(String email) {
    return GuessKey.of(new EmailAddress(email)).value();
  }

  private static List<String> names(ApiClient.Answer answer) {
    return answer.response().headers().map().keySet().stream().sorted().toList();
  }
}
