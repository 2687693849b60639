package dev.latchkey.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.signin.GuessKey;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is over goes by itself, and nothing else; time passes by making rows older. */
@ExtendWith(TwoNodes.Extension.class)
class HousekeepingIT {
  private final TwoNodes nodes;
  private final Tables database;

  HousekeepingIT(TwoNodes nodes) {
    this.nodes = nodes;
    this.database = nodes.database();
  }

  @Test
  void removes_what_is_over_and_touches_nothing_else() {
    Leaver old = new Leaver(nodes);
    Leaver present = new Leaver(nodes);
    List<Long> before = rowsOf(present);
    assertThat(rowsOf(old)).isEqualTo(before).doesNotContain(0L);
    age(old);
    database.change("UPDATE job_lease SET held_until = now() WHERE job = 'clean-up'");
    Await.until("clean-up", Duration.ofSeconds(60), () -> rowsOf(old).stream().allMatch(rows -> rows == 0));
    assertThat(rowsOf(present)).isEqualTo(before);
    Envelope.assertRefused(old.person.browser().get("/api/auth/me"), 401, "UNAUTHENTICATED");
    assertThat(present.person.browser().get("/api/auth/me").status()).isEqualTo(200);
    assertThat(Person.signIn(nodes.browser(), old.person.email(), Person.PASSWORD).status()).isEqualTo(200);
  }

  /** Somebody who left a row of every kind behind. */
  private static final class Leaver {
    private final Person person;
    private final String challenge;
    private final String guesses;

    Leaver(TwoNodes nodes) {
      person = nodes.someone();
      guesses = GuessKey.of(new EmailAddress(person.email())).value();
      Person.signIn(nodes.browser(), person.email(), "wrong it is, and long enough");
      challenge = Person.applyAt(nodes.browser(), Person.newAddress());
      nodes.database().change("INSERT INTO audit_event (id, actor_id, at, action, outcome, address, device, "
          + "request_id, chain, details) VALUES ('7' || upper(left(md5(random()::text), 25)), ?, "
          + "now() - interval '13 months', 'SIGN_IN', 'SUCCESS', '', 'an old one', '', '[]', '{}')", person.id());
    }
  }

  private void age(Leaver leaver) {
    String user = leaver.person.id();
    String email = leaver.person.email();
    database.change("UPDATE session SET last_seen_at = now() - interval '13 hours' WHERE user_id = ?", user);
    database.change("UPDATE known_browser SET last_used_at = now() - interval '366 days' WHERE user_id = ?", user);
    database.change("UPDATE guess_count SET last_at = now() - interval '2 days' WHERE key = ?", leaver.guesses);
    database.change("UPDATE mail_outbox SET enqueued_at = now() - interval '61 minutes' WHERE recipient = ?", email);
    database.change("UPDATE trial_mail SET expires_at = now() - interval '1 second' WHERE recipient = ?", email);
    database.change("UPDATE one_time_secret SET expires_at = now() - interval '25 hours' WHERE id = ?",
        leaver.challenge);
  }

  /** Sessions, browsers, wrong guesses, mails in the outbox and in the mailbox, codes. */
  private List<Long> rowsOf(Leaver leaver) {
    String user = leaver.person.id();
    String email = leaver.person.email();
    return List.of(
        database.number("SELECT count(*) FROM session WHERE user_id = ?", user),
        database.number("SELECT count(*) FROM known_browser WHERE user_id = ?", user),
        database.number("SELECT count(*) FROM guess_count WHERE key = ?", leaver.guesses),
        database.number("SELECT count(*) FROM mail_outbox WHERE recipient = ?", email),
        database.number("SELECT count(*) FROM trial_mail WHERE recipient = ?", email),
        database.number("SELECT count(*) FROM one_time_secret WHERE id = ?", leaver.challenge));
  }

  @Test
  void forgets_what_happened_more_than_twelve_months_ago() {
    Leaver leaver = new Leaver(nodes);
    String old = "SELECT count(*) FROM audit_event WHERE actor_id = ? AND device = 'an old one'";
    String all = "SELECT count(*) FROM audit_event WHERE actor_id = ?";
    long before = database.number(all, leaver.person.id());
    assertThat(database.number(old, leaver.person.id())).isEqualTo(1);
    database.change("UPDATE job_lease SET held_until = now() WHERE job = 'clean-up'");
    Await.until("clean-up", Duration.ofSeconds(60), () -> database.number(old, leaver.person.id()) == 0);
    assertThat(database.number(all, leaver.person.id())).isEqualTo(before - 1);
  }
}
