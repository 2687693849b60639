package dev.latchkey.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every journey that sends a mail, begun while the mail server is down: it goes on as always, the mail arrives when the
 * server is back and does what it is for, unless its secret has expired in the meantime.
 */
class MailOutageIT {
  private static final int PORT = LatchkeyProcess.freePort();
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Pattern TOKEN = Pattern.compile("token=(\\S+)");
  private static final String NEW_PASSWORD = "nine loud kettles sing";

  /**
   * A journey that sends a mail.
   *
   * @param begin does what a person does who is signed in, or, where the name is new, wants to be
   */
  private record Journey(String name, boolean forNewPeople, Function<Traveller, Attempt> begin) {}

  /**
   * A journey begun.
   *
   * @param to whom the mail is for
   * @param use does what it is for
   */
  private record Attempt(String to, ApiClient.Answer answer, Function<MimeMessage, ApiClient.Answer> use) {}

  private record Traveller(String email, ApiClient browser) {}

  private static final List<Journey> JOURNEYS = List.of(
      new Journey("sign-up", true, MailOutageIT::signUp),
      new Journey("sign-up of an address that is known", false, MailOutageIT::signUpAgain),
      new Journey("new code", true, MailOutageIT::newCode),
      new Journey("forgotten password", false, MailOutageIT::forgot),
      new Journey("changed password", false, MailOutageIT::change),
      new Journey("magic link", false, MailOutageIT::link),
      new Journey("invitation", false, MailOutageIT::invite));

  @TempDir
  static Path folder;
  private static LatchkeyProcess server;
  private static Tables tables;

  @BeforeAll
  static void start() throws Exception {
    server = LatchkeyProcess.in(folder).with("LATCHKEY_SMTP_HOST", "127.0.0.1")
        .with("LATCHKEY_SMTP_PORT", Integer.toString(PORT)).with("LATCHKEY_SMTP_TLS", "none")
        .with("LATCHKEY_MAIL_FROM", "door@latchkey.example").start();
    tables = OwnDatabase.in(folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void no_mail_is_lost_and_none_arrives_too_late() {
    List<Traveller> patient;
    List<Traveller> late;
    try (SmtpServer mails = SmtpServer.start(PORT)) {
      patient = JOURNEYS.stream().map(journey -> traveller(journey, mails)).toList();
      late = JOURNEYS.stream().map(journey -> traveller(journey, mails)).toList();
    }
    List<Attempt> patience = begun(patient);
    List<Attempt> lateness = begun(late);
    lateness.forEach(attempt -> {
      Await.until("a first try", PATIENCE, () -> waiting(attempt, "failures > 0") >= 1);
      tables.change("UPDATE mail_outbox SET expires_at = now(), due_at = now() WHERE recipient = ? AND sent_at IS NULL",
          attempt.to());
      Await.until("erased unsent", PATIENCE, () -> waiting(attempt, "sealed_content IS NOT NULL") == 0);
    });
    patience.forEach(attempt -> Await.until("a first try", PATIENCE, () -> waiting(attempt, "failures > 0") >= 1));

    try (SmtpServer mails = SmtpServer.start(PORT)) {
      tables.change("UPDATE mail_outbox SET due_at = now() WHERE sent_at IS NULL AND sealed_content IS NOT NULL");
      for (int i = 0; i < JOURNEYS.size(); i++) {
        String name = JOURNEYS.get(i).name();
        Attempt attempt = patience.get(i);
        Await.until(name, PATIENCE, () -> waiting(attempt, "sealed_content IS NOT NULL") == 0);
        assertThat(mails.all(attempt.to())).as(name).isNotEmpty()
            .anyMatch(mail -> attempt.use().apply(mail).status() == 200);
        assertThat(mails.all(lateness.get(i).to())).as(name).isEmpty();
      }
    }
  }

  private static List<Attempt> begun(List<Traveller> travellers) {
    List<Attempt> attempts = new ArrayList<>();
    for (int i = 0; i < JOURNEYS.size(); i++) {
      Attempt attempt = JOURNEYS.get(i).begin().apply(travellers.get(i));
      assertThat(attempt.answer().status()).as(JOURNEYS.get(i).name()).isIn(200, 201, 202);
      attempts.add(attempt);
    }
    return attempts;
  }

  private static Traveller traveller(Journey journey, SmtpServer mails) {
    String email = Person.newAddress();
    ApiClient browser = browser();
    if (!journey.forNewPeople()) {
      String challenge = Person.applyAt(browser, email);
      Person.verify(browser, challenge, SmtpServer.code(mails.await(email)));
    }
    return new Traveller(email, browser);
  }

  private static Attempt signUp(Traveller traveller) {
    ApiClient.Answer answer = traveller.browser().post("/api/auth/signup", Person.application(traveller.email()));
    return new Attempt(traveller.email(), answer,
        mail -> Person.verify(traveller.browser(), challenge(answer), SmtpServer.code(mail)));
  }

  private static Attempt signUpAgain(Traveller traveller) {
    return new Attempt(traveller.email(), browser().post("/api/auth/signup", Person.application(traveller.email())),
        mail -> traveller.browser().get("/api/auth/me"));
  }

  private static Attempt newCode(Traveller traveller) {
    String challenge = challenge(signUp(traveller).answer());
    ApiClient.Answer answer = traveller.browser().post("/api/auth/email/resend", Map.of("challengeId", challenge));
    return new Attempt(traveller.email(), answer,
        mail -> Person.verify(traveller.browser(), challenge, SmtpServer.code(mail)));
  }

  private static Attempt forgot(Traveller traveller) {
    ApiClient.Answer answer = browser().post("/api/auth/password/forgot", Map.of("email", traveller.email()));
    return new Attempt(traveller.email(), answer, mail -> browser().post("/api/auth/password/reset",
        Map.of("challengeId", challenge(answer), "code", SmtpServer.code(mail), "newPassword", NEW_PASSWORD)));
  }

  private static Attempt change(Traveller traveller) {
    ApiClient.Answer answer = traveller.browser().post("/api/auth/password/change",
        Map.of("currentPassword", Person.PASSWORD, "newPassword", NEW_PASSWORD));
    return new Attempt(traveller.email(), answer, mail -> traveller.browser().get("/api/auth/me"));
  }

  private static Attempt link(Traveller traveller) {
    ApiClient.Answer answer = browser().post("/api/auth/magic-link", Map.of("email", traveller.email()));
    return new Attempt(traveller.email(), answer, mail -> browser().post("/api/auth/magic-link/redeem",
        Map.of("token", token(mail), "confirm", true)));
  }

  private static Attempt invite(Traveller traveller) {
    String guest = Person.newAddress();
    String organization = traveller.browser().get("/api/auth/me").data().at("/organizations/0/id").asText();
    ApiClient.Answer answer = traveller.browser().post("/api/user/organizations/" + organization + "/invitations",
        Map.of("email", guest, "role", "agent"));
    return new Attempt(guest, answer, mail -> Invitations.accept(browser(), token(mail)));
  }

  private static String challenge(ApiClient.Answer answer) {
    return answer.data().path("challengeId").asText();
  }

  private static String token(MimeMessage mail) {
    Matcher token = TOKEN.matcher(SmtpServer.text(mail));
    if (!token.find()) {
      throw new IllegalStateException("no link in: " + SmtpServer.text(mail));
    }
    return token.group(1);
  }

  private static long waiting(Attempt attempt, String condition) {
    return tables.number("SELECT count(*) FROM mail_outbox WHERE recipient = ? AND sent_at IS NULL AND " + condition,
        attempt.to());
  }

  private static ApiClient browser() {
    return new ApiClient(server.uri()).header("Sec-Fetch-Site", "same-origin");
  }
}
