package dev.latchkey.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Whoever signs in in a browser that has a session ends that one, on every node: it would live on with a cookie that its
 * own browser has lost.
 */
@ExtendWith(TwoNodes.Extension.class)
class SignInAnewIT {
  private static final String ME = "/api/auth/me";

  private final TwoNodes nodes;
  private final Person person;
  private final ApiClient browser;
  private final ApiClient thief;

  SignInAnewIT(TwoNodes nodes) {
    this.nodes = nodes;
    this.person = nodes.someone();
    this.browser = person.browser();
    this.thief = browser.at(nodes.second().uri());
  }

  @Test
  void by_password() {
    ApiClient elsewhere = nodes.browserAt(nodes.second());
    Person.signIn(elsewhere, person.email(), Person.PASSWORD);
    assertThat(Person.signIn(browser, person.email(), "not my password, sorry").status()).isEqualTo(401);
    assertThat(thief.get(ME).status()).isEqualTo(200);
    assertThat(Person.signIn(browser, person.email(), Person.PASSWORD).status()).isEqualTo(200);
    assertReplaced(person.id());
    assertThat(elsewhere.get(ME).status()).isEqualTo(200);
  }

  @Test
  void by_magic_link() {
    assertThat(browser.post("/api/auth/magic-link", Map.of("email", person.email())).status()).isEqualTo(202);
    String mail = nodes.mailbox().awaitMailTo(person.email(), it -> it.text().contains("/magic-link?token=")).text();
    String token = mail.split("token=", 2)[1].split("\\s", 2)[0];
    assertThat(browser.post("/api/auth/magic-link/redeem", Map.of("token", token)).status()).isEqualTo(200);
    assertReplaced(person.id());
  }

  @Test
  void by_signing_up_as_somebody_else() {
    Person next = Person.signUp(browser, nodes.mailbox());
    assertReplaced(next.id());
    assertThat(nodes.database().number("SELECT count(*) FROM audit_event WHERE actor_id = ? "
        + "AND action = 'SESSION_ENDED' AND details ->> 'session' = ?", person.id(), person.sessionId())).isEqualTo(1);
  }

  private void assertReplaced(String user) {
    Envelope.assertRefused(thief.get(ME), 401, "UNAUTHENTICATED");
    Envelope.assertRefused(thief.at(nodes.first().uri()).get(ME), 401, "UNAUTHENTICATED");
    assertThat(browser.get(ME).data().at("/user/id").asText()).isEqualTo(user);
  }
}
