package dev.latchkey.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses and names that could be read in two ways, or smuggle something into a mail, don't come in at any door. */
@ExtendWith(TwoNodes.Extension.class)
class AddressesIT {
  private final TwoNodes nodes;

  AddressesIT(TwoNodes nodes) {
    this.nodes = nodes;
  }

  @ParameterizedTest
  @ValueSource(strings = {"ada@example.com\r\nBcc: eve@evil.example", "ada@example.com\nBcc: eve@evil.example",
    "ada@example.com\r", "\nada@example.com", "ada@example.com\u0000", "ada@example.com\t", "a\u0000da@example.com",
    // a full-width and an ideographic full stop, a Cyrillic a, a Kelvin sign, a full-width at, a zero-width space
    "ada@example\uFF0Ecom", "ada@example\u3002com", "ad\u0430@example.com", "ada@ex\u0430mple.com",
    "\u212Aate@example.com", "ada\uFF20example.com", "ada\u200B@example.com", "ada@b\u00FCcher.example",
    "\"ada\"@example.com", "\"ada@evil.example\"@example.com", "\"ada\\\"\"@example.com", "ada(eve)@example.com",
    "<ada@example.com>", "Ada <ada@example.com>", "ada@example.com,eve@evil.example",
    "ada@example.com;eve@evil.example",
    "ada@example.com>", "ada@[127.0.0.1]", "ada@127.0.0.1", "ada@localhost", "@relay.example:ada@example.com",
    "ada@example.com.", "ada%0d%0a@example..com", "ada @example.com", "ada", "", " "})
  void an_address_that_is_not_plain_is_refused_and_named(String address) {
    long mails = nodes.database().number("SELECT count(*) FROM mail_outbox WHERE recipient LIKE '%evil%'");
    ApiClient.Answer signUp = nodes.browser().post("/api/auth/signup", Person.application(address));
    ApiClient.Answer signIn = Person.signIn(nodes.browser(), address, Person.PASSWORD);

    assertRefusedFor("email", signUp);
    assertRefusedFor("email", signIn);
    assertThat(form("/sign-in", "email=" + encoded(address)).status()).isEqualTo(400);
    assertThat(form("/sign-up", "name=Ada&password=" + encoded(Person.PASSWORD) + "&email=" + encoded(address))
        .status()).isEqualTo(400);
    assertThat(nodes.database().number("SELECT count(*) FROM mail_outbox WHERE recipient LIKE '%evil%'"))
        .isEqualTo(mails).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ada\r\nSubject: You won", "Ada\u0000", "Ada\u0007", "Ada\u001B[31m", "Ada\u202Eevil",
    "\u2066Ada", "Ada\u200B", "Ada\u2028Eve", "Ada\uFEFF", "\uE000", "", "   ", "\u3000"})
  void a_name_that_could_hide_something_is_refused_and_named(String name) {
    String email = Person.newAddress();
    assertRefusedFor("name", nodes.browser().post("/api/auth/signup",
        Map.of("email", email, "name", name, "password", Person.PASSWORD)));
    assertRefusedFor("organizationName", nodes.browser().post("/api/auth/signup",
        Map.of("email", email, "name", "Ada", "password", Person.PASSWORD, "organizationName", name)));
  }

  @Test
  void lone_surrogates_are_no_name() {
    assertRefusedFor("name", nodes.browser().json("POST", "/api/auth/signup",
        "{\"email\":\"ada@example.com\",\"password\":\"" + Person.PASSWORD + "\",\"name\":\"Ada\\ud800\"}"));
  }

  @Test
  void one_address_is_one_account_however_it_is_spelled() {
    Person person = nodes.someone();
    String shouted = " " + person.email().toUpperCase(Locale.ROOT) + "  ";
    ApiClient.Answer answer = Person.signIn(nodes.browser(), shouted, Person.PASSWORD);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.data().at("/user/email").asText()).isEqualTo(person.email());
  }

  @Test
  void names_of_all_scripts_come_back_as_they_were_written() {
    String name = "Zo\u00EB \u0410\u0434\u0430 \u5C71\u7530 \uD83D\uDD11 <b>&\"'";
    String email = Person.newAddress();
    String challenge = nodes.browser().post("/api/auth/signup",
        Map.of("email", email, "name", name, "password", Person.PASSWORD, "organizationName", name)).data()
        .path("challengeId").asText();
    ApiClient browser = nodes.browser();
    ApiClient.Answer welcome = Person.verify(browser, challenge, nodes.mailbox().awaitMailTo(email).code());
    assertThat(welcome.data().at("/user/name").asText()).isEqualTo(name);
    assertThat(welcome.data().at("/organizations/0/name").asText()).isEqualTo(name);
    assertThat(browser.get("/").body()).doesNotContain("<b>&\"").contains("&lt;b&gt;");
  }

  private ApiClient.Answer form(String path, String fields) {
    return nodes.browser().send("POST", path, "application/x-www-form-urlencoded", BodyPublishers.ofString(fields));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static void assertRefusedFor(String field, ApiClient.Answer answer) {
    Envelope.assertRefused(answer, 400, "VALIDATION_FAILED");
    assertThat(answer.json().path("errors")).extracting(error -> error.path("field").asText())
        .containsExactly(field);
    assertThat(answer.json().at("/errors/0/pointer").asText()).isEqualTo("/" + field);
  }
}
