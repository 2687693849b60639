package dev.latchkey.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapter.idp.signin.Pbkdf2PasswordHasher;
import dev.latchkey.adapter.idp.signin.Turnstile;
import dev.latchkey.domain.signin.Password;
import jakarta.mail.internet.MimeMessage;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node as it runs for real people: behind a proxy, with a mail server, a key ring and a database of its own. */
class ProductionIT {
  private static final String PUBLIC_URL = ProductionNode.PUBLIC_URL;
  private static final int LIMIT = 8;

  @TempDir
  static Path folder;
  private static ProductionNode node;

  @BeforeAll
  static void start() {
    node = ProductionNode.start(folder, LIMIT);
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  void somebody_signs_up_through_the_proxy_and_leaves_no_secret_in_log_or_mailbox() {
    ApiClient browser = from("203.0.113.10");
    String email = Person.newAddress();
    String challenge = Person.applyAt(browser, email);
    MimeMessage mail = node.mails().await(email);
    String code = SmtpServer.code(mail);
    assertThat(SmtpServer.text(mail)).doesNotContain("localhost", "127.0.0.1", "http:");

    ApiClient.Answer welcome = Person.verify(browser, challenge, code);
    assertThat(welcome.status()).isEqualTo(200);
    String token = Person.token(browser);
    assertThat(browser.get("/api/auth/me").status()).isEqualTo(200);
    assertThat(node.database().texts("SELECT DISTINCT address FROM audit_event WHERE actor_id = ?",
        welcome.data().at("/user/id").asText())).containsExactly("203.0.113.10");
    assertThat(node.storedHash(email)).contains("600000");
    assertThat(browser.post("/api/auth/logout").status()).isEqualTo(200);
    assertThat(browser.get("/dev/mail").status()).isEqualTo(404);
    Envelope.assertRefused(browser.cookie(Person.SESSION, token).get("/api/auth/me"), 401, "UNAUTHENTICATED");

    assertThat(String.join("\n", node.server().console()) + String.join("\n", node.server().log()))
        .doesNotContain(code, token, Person.PASSWORD, email);
  }

  @Test
  void a_password_that_was_hashed_at_a_lower_cost_is_hashed_anew_at_the_next_sign_in() {
    String email = Person.newAddress();
    ApiClient browser = from("203.0.113.40");
    String challenge = Person.applyAt(browser, email);
    assertThat(Person.verify(browser, challenge, SmtpServer.code(node.mails().await(email))).status()).isEqualTo(200);
    String cheap = new Pbkdf2PasswordHasher(100_000, new Turnstile(1), new SecureRandom())
        .hash(new Password(Person.PASSWORD)).encoded();
    node.database().change("UPDATE user_account SET password_hash = ? WHERE email = ?", cheap, email);

    assertThat(Person.signIn(browser, email, "not this one, by no means").status()).isEqualTo(401);
    assertThat(node.storedHash(email)).isEqualTo(cheap);
    assertThat(Person.signIn(browser, email, Person.PASSWORD).status()).isEqualTo(200);
    String strong = node.storedHash(email);
    assertThat(strong).isNotEqualTo(cheap).contains("600000");
    assertThat(Person.signIn(browser, email, Person.PASSWORD).status()).isEqualTo(200);
    assertThat(node.storedHash(email)).isEqualTo(strong);
  }

  @Test
  void links_and_redirects_lead_to_the_public_url_and_only_its_pages_may_send() {
    assertThat(from("203.0.113.20").get("/").header("Location")).hasValue(PUBLIC_URL + "/sign-in");
    ApiClient local = new ApiClient(node.server().uri()).header("Origin", node.server().uri().toString());
    Envelope.assertRefused(local.json("POST", "/api/auth/login", "{}"), 403, "CROSS_SITE");
    Wire.Reply behindProxy = new Wire(node.server().uri()).send("GET /sign-in HTTP/1.1", "Host: id.example.com",
        "X-Forwarded-For: 203.0.113.20", "X-Forwarded-Proto: https");
    assertThat(behindProxy.status()).isEqualTo(200);
  }

  @Test
  void a_client_address_may_try_so_often_a_minute_whatever_it_says_of_itself() {
    List<ApiClient.Answer> answers = new ArrayList<>();
    do {
      answers.add(attempt("198.51.100.%d, 203.0.113.30".formatted(answers.size())));
    } while (answers.getLast().status() == 400 && answers.size() < 100);
    // One try is given back every few seconds, which a slow machine may take for these.
    assertThat(answers).hasSizeBetween(LIMIT + 1, 2 * LIMIT);
    Envelope.assertRefused(answers.getLast(), 429, "TOO_MANY_REQUESTS");
    assertThat(answers.getLast().header("Retry-After").orElseThrow()).matches("[1-9][0-9]?");
    assertThat(attempt("203.0.113.31").status()).isEqualTo(400);
    assertThat(from("203.0.113.30").get("/api/auth/me").status()).isEqualTo(401);
    assertThat(from("203.0.113.30").get("/sign-in").status()).isEqualTo(200);
  }

  @Test
  void all_ways_in_share_the_limit_and_loopback_has_one_too() {
    ApiClient direct = new ApiClient(node.server().uri()).header("Origin", PUBLIC_URL);
    for (String path : List.of("/api/auth/signup", "/api/auth/email/verify", "/api/auth/email/resend",
        "/api/auth/login", "/api/auth/signup", "/api/auth/email/verify", "/api/auth/email/resend", "/api/auth/login")) {
      assertThat(direct.post(path, Map.of()).status()).as(path).isEqualTo(400);
    }
    Envelope.assertRefused(direct.post("/api/auth/login", Map.of()), 429, "TOO_MANY_REQUESTS");
    for (String page : List.of("/sign-in", "/sign-up", "/verify-email", "/verify-email/resend")) {
      ApiClient.Answer answer = direct.send("POST", page, "application/x-www-form-urlencoded",
          BodyPublishers.ofString("email=ada"));
      assertThat(answer.status()).as(page).isEqualTo(429);
      assertThat(answer.header("Retry-After")).isPresent();
    }
  }

  private static ApiClient.Answer attempt(String forwardedFor) {
    return from(forwardedFor).json("POST", "/api/auth/login", "{}");
  }

  private static ApiClient from(String forwardedFor) {
    return node.browserBehind(forwardedFor);
  }
}
