package dev.latchkey.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What moving an account to another address, or beginning to, makes worthless. */
@ExtendWith(TwoNodes.Extension.class)
class EmailChangeVoidsIT {
  private final TwoNodes nodes;
  private final Person person;
  private final String wanted = Person.newAddress();

  EmailChangeVoidsIT(TwoNodes nodes) {
    this.nodes = nodes;
    this.person = nodes.someone();
  }

  @Test
  void only_the_newest_code_of_the_newest_change_counts() {
    String elsewhere = Person.newAddress();
    String older = EmailChange.begin(person, elsewhere);
    String newest = EmailChange.begin(person, wanted);
    Envelope.assertRefused(Person.verify(person.browser(), older, EmailChange.codeTo(nodes, elsewhere)), 400,
        "CODE_INVALID");
    String replaced = EmailChange.codeTo(nodes, wanted);
    assertThat(EmailChange.resend(person.browser(), newest).status()).isEqualTo(202);
    String renewed = nodes.mailbox().awaitMailTo(wanted, mail -> !mail.code().equals(replaced)).code();
    Envelope.assertRefused(Person.verify(person.browser(), newest, replaced), 400, "CODE_INVALID");
    assertThat(Person.verify(person.browser(), newest, renewed).status()).isEqualTo(200);
  }

  @Test
  void what_was_mailed_to_the_old_address_opens_nothing_any_more() {
    ApiClient reader = nodes.browser();
    String reset = reader.post("/api/auth/password/forgot", Map.of("email", person.email())).data()
        .path("challengeId").asText();
    String code = nodes.mailbox()
        .awaitMailTo(person.email(), mail -> mail.subject().equals("Reset your password for Latchkey")).code();
    reader.post("/api/auth/magic-link", Map.of("email", person.email()));
    String link = nodes.mailbox()
        .awaitMailTo(person.email(), mail -> mail.subject().equals("Your link to sign in to Latchkey")).text();
    Person.verify(person.browser(), EmailChange.begin(person, wanted), EmailChange.codeTo(nodes, wanted));

    Envelope.assertRefused(reader.post("/api/auth/password/reset",
        Map.of("challengeId", reset, "code", code, "newPassword", "eleven paper boats drift east")), 400,
        "CODE_INVALID");
    String token = link.replaceAll("(?s).*token=(\\S+).*", "$1");
    Envelope.assertRefused(reader.post("/api/auth/magic-link/redeem", Map.of("token", token)), 400, "CODE_INVALID");
  }
}
