package dev.latchkey.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A link signs its reader in once: at once in the browser that asked for it, in another only by a click. */
@ExtendWith(TwoNodes.Extension.class)
class MagicLinkIT {
  private static final int MANY = 16;
  private static final Pattern LINK = Pattern.compile("(http\\S+)/magic-link\\?token=(\\S+)");

  private final TwoNodes nodes;
  private final Person person;
  private final ApiClient browser;

  MagicLinkIT(TwoNodes nodes) {
    this.nodes = nodes;
    this.person = nodes.someone();
    this.browser = nodes.browser();
  }

  @Test
  void signs_in_the_browser_that_asked_at_either_node_and_only_once() {
    String token = ask();
    ApiClient same = browser.at(nodes.second().uri());
    ApiClient.Answer in = redeem(same, token, false);
    assertThat(in.status()).as(in.body()).isEqualTo(200);
    assertThat(in.data().at("/user/id").asText()).isEqualTo(person.id());
    assertThat(in.data().at("/session/proofs/0/type").asText()).isEqualTo("magic-link");
    assertThat(same.at(nodes.first().uri()).get("/api/auth/me").status()).isEqualTo(200);
    Envelope.assertRefused(redeem(browser, token, true), 400, "CODE_INVALID");
  }

  @Test
  void another_browser_has_to_confirm() {
    String token = ask();
    ApiClient stranger = nodes.browserAt(nodes.second());
    Envelope.assertRefused(redeem(stranger, token, false), 409, "CONFIRM_REQUIRED");
    Envelope.assertRefused(redeem(person.browser(), token, false), 409, "CONFIRM_REQUIRED");
    assertThat(stranger.cookie(Person.SESSION)).isEmpty();
    assertThat(redeem(stranger, token, true).status()).isEqualTo(200);
    assertThat(stranger.get("/api/auth/me").status()).isEqualTo(200);
  }

  @Test
  void whoever_looks_into_the_mail_before_uses_nothing_up() {
    String token = ask();
    for (String method : List.of("GET", "HEAD", "GET")) {
      ApiClient.Answer looked = nodes.browser().send(method, "/magic-link?token=" + token, null,
          BodyPublishers.noBody());
      assertThat(looked.status()).isEqualTo(200);
      assertThat(looked.header("Set-Cookie")).isEmpty();
      assertThat(looked.header("Referrer-Policy")).hasValue("same-origin");
      assertThat(looked.header("Cache-Control")).hasValue("no-store");
    }
    ApiClient.Answer opened = browser.get("/magic-link?token=" + token);
    assertThat(opened.status()).isEqualTo(303);
    assertThat(opened.header("Location")).hasValue(nodes.publicUrl() + "/");
    assertThat(browser.get("/api/auth/me").status()).isEqualTo(200);
    assertThat(browser.get("/magic-link?token=" + token).status()).isEqualTo(400);
  }

  @Test
  void of_sixteen_who_open_it_at_once_one_gets_in() {
    String token = ask();
    long before = sessions();
    List<ApiClient.Answer> answers = Together.run(MANY, i -> {
      ApiClient one = browser.at(nodes.node(i).uri());
      return () -> redeem(one, token, false);
    });
    assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
    assertThat(answers).filteredOn(answer -> answer.status() != 200)
        .allSatisfy(answer -> Envelope.assertRefused(answer, 400, "CODE_INVALID"));
    assertThat(sessions()).isEqualTo(before + 1);
  }

  @Test
  void unknown_addresses_get_the_same_answer_and_a_mail_without_a_link() {
    String nobody = Person.newAddress();
    ApiClient.Answer known = nodes.browser().post("/api/auth/magic-link", Map.of("email", person.email()));
    ApiClient.Answer unknown = nodes.browser().post("/api/auth/magic-link", Map.of("email", nobody));
    assertThat(unknown.status()).isEqualTo(known.status()).isEqualTo(202);
    assertThat(unknown.body()).isEqualTo(known.body());
    assertThat(nodes.mailbox().awaitMailTo(nobody).text()).doesNotContain("token=");
  }

  @Test
  void one_that_has_expired_stays_so_even_if_time_goes_back() {
    String token = ask();
    String id = token.substring(0, 26);
    nodes.database().change("UPDATE one_time_secret SET expires_at = now() - interval '1 second' WHERE id = ?", id);
    Envelope.assertRefused(redeem(browser, token, true), 400, "CODE_INVALID");
    nodes.database().change("UPDATE one_time_secret SET expires_at = now() + interval '1 hour' WHERE id = ?", id);
    Envelope.assertRefused(redeem(browser, token, true), 400, "CODE_INVALID");
  }

  @Test
  void a_link_of_another_purpose_or_with_another_secret_is_none() {
    String token = ask();
    String reset = nodes.browser().post("/api/auth/password/forgot", Map.of("email", person.email())).data()
        .path("challengeId").asText();
    Envelope.assertRefused(redeem(browser, reset + token.substring(26), true), 400, "CODE_INVALID");
    String forged = token.substring(0, 27) + new StringBuilder(token.substring(27)).reverse();
    Envelope.assertRefused(redeem(browser, forged, true), 400, "CODE_INVALID");
    Envelope.assertRefused(redeem(browser, "nonsense", true), 400, "VALIDATION_FAILED");
    assertThat(redeem(browser, token, false).status()).isEqualTo(200);
  }

  @Test
  void a_thief_of_the_database_finds_no_token() {
    String token = ask();
    assertThat(nodes.database().everything()).noneMatch(row -> String.valueOf(row).contains(token.substring(27)));
  }

  private String ask() {
    assertThat(browser.post("/api/auth/magic-link", Map.of("email", person.email())).status()).isEqualTo(202);
    TrialMailbox.Mail mail = nodes.mailbox().awaitMailTo(person.email(),
        it -> it.subject().equals("Your link to sign in to Latchkey"));
    Matcher link = LINK.matcher(mail.text());
    assertThat(link.find()).as(mail.text()).isTrue();
    assertThat(link.group(1)).isEqualTo(nodes.publicUrl());
    return link.group(2);
  }

  private long sessions() {
    return nodes.database().number("SELECT count(*) FROM session WHERE user_id = ?", person.id());
  }

  private static ApiClient.Answer redeem(ApiClient client, String token, boolean confirm) {
    Map<String, Object> body = new HashMap<>(Map.of("token", token));
    if (confirm) {
      body.put("confirm", true);
    }
    return client.post("/api/auth/magic-link/redeem", body);
  }
}
