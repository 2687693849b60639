package dev.latchkey.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.organization.Role;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** People who were added by hand come in by the setup mail, on whichever node, and nobody else does. */
@ExtendWith(TwoNodes.Extension.class)
class SetupIT {
  private static final Pattern TOKEN = Pattern.compile("/setup\\?token=(\\S+)");

  private final TwoNodes nodes;
  private final Company company;
  private final String members;
  private final ApiClient owner;
  private final String contact = Person.newAddress();
  private final String member;

  SetupIT(TwoNodes nodes) {
    this.nodes = nodes;
    this.company = Company.on(nodes);
    this.members = "/api/user/organizations/" + company.id() + "/members";
    this.owner = company.of(Role.OWNER).browser();
    this.member = owner.post(members, Map.of("email", Person.newAddress(), "name", "Bob Miller", "role", "agent",
        "contactEmail", contact)).data().path("id").asText();
  }

  @Test
  void the_address_that_got_the_mail_signs_in_from_then_on() {
    String challenge = begin(token());
    ApiClient browser = nodes.browserAt(nodes.second());
    ApiClient.Answer done = Person.verify(browser, challenge, code());
    assertThat(done.status()).as(done.body()).isEqualTo(200);
    assertThat(done.data().at("/user/email").asText()).isEqualTo(contact);
    assertThat(browser.get("/api/user/organizations/" + company.id()).status()).isEqualTo(200);
    assertThat(Person.signIn(nodes.browser(), contact, Person.PASSWORD).status()).isEqualTo(200);
    Envelope.assertRefused(owner.post(members + "/" + member + "/setup-email"), 409, "CONFLICT");
  }

  @Test
  void of_sixteen_codes_at_once_on_two_nodes_one_is_taken() {
    String challenge = begin(token());
    String code = code();
    List<ApiClient.Answer> answers = Together.run(16,
        i -> () -> Person.verify(nodes.browserAt(nodes.node(i)), challenge, code));
    assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
    assertThat(answers).filteredOn(answer -> answer.status() != 200)
        .allSatisfy(answer -> Envelope.assertRefused(answer, 400, "CODE_INVALID"));
  }

  @Test
  void only_the_newest_mail_works_and_none_after_deactivation() {
    String older = token();
    assertThat(owner.post(members + "/" + member + "/setup-email").status()).isEqualTo(202);
    Envelope.assertRefused(start(older), 400, "CODE_INVALID");
    String newest = tokenIn(nodes.mailbox().awaitMailTo(contact, mail -> !tokenIn(mail).equals(older)));
    assertThat(owner.json("PATCH", members + "/" + member, "{\"status\":\"deactivated\"}").status()).isEqualTo(200);
    Envelope.assertRefused(start(newest), 400, "CODE_INVALID");
    Envelope.assertRefused(owner.post(members + "/" + member + "/setup-email"), 409, "CONFLICT");
  }

  private String token() {
    ApiClient.Answer sent = owner.post(members + "/" + member + "/setup-email");
    assertThat(sent.status()).as(sent.body()).isEqualTo(202);
    assertThat(sent.data().path("email").asText()).isEqualTo(contact);
    TrialMailbox.Mail mail = nodes.mailbox().awaitMailTo(contact);
    assertThat(mail.subject()).isEqualTo("Welcome to Latchkey Single Sign-On");
    return tokenIn(mail);
  }

  private static String tokenIn(TrialMailbox.Mail mail) {
    Matcher token = TOKEN.matcher(mail.text());
    return token.find() ? token.group(1) : "";
  }

  private String begin(String token) {
    ApiClient.Answer begun = start(token);
    assertThat(begun.status()).as(begun.body()).isEqualTo(202);
    return begun.data().path("challengeId").asText();
  }

  private ApiClient.Answer start(String token) {
    return nodes.browser().post("/api/auth/setup", Map.of("token", token, "password", Person.PASSWORD));
  }

  private String code() {
    return nodes.mailbox().awaitMailTo(contact, mail -> mail.subject().startsWith("Confirm your account")).code();
  }
}
