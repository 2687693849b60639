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
   * @param from where it begins
   * @param begin does what a person does who stands there
   */
  private record Journey(String name, From from, Function<Traveller, Attempt> begin) {}

  private enum From {
    NOWHERE, SIGNED_IN,
    /** As an owner who has added somebody and sent the setup mail. */
    SETUP_MAILED
  }

  /**
   * A journey begun.
   *
   * @param to whom the mail is for
   * @param use does what it is for
   */
  private record Attempt(String to, ApiClient.Answer answer, Function<MimeMessage, ApiClient.Answer> use) {}

  /** @param setup the link of a setup mail, if that is where it begins */
  private record Traveller(String email, ApiClient browser, String setup) {}

  private static final List<Journey> JOURNEYS = List.of(
      new Journey("sign-up", From.NOWHERE, MailOutageIT::signUp),
      new Journey("sign-up of an address that is known", From.SIGNED_IN, MailOutageIT::signUpAgain),
      new Journey("new code", From.NOWHERE, MailOutageIT::newCode),
      new Journey("forgotten password", From.SIGNED_IN, MailOutageIT::forgot),
      new Journey("changed password", From.SIGNED_IN, MailOutageIT::change),
      new Journey("magic link", From.SIGNED_IN, MailOutageIT::link),
      new Journey("invitation", From.SIGNED_IN, MailOutageIT::invite),
      new Journey("change of address", From.SIGNED_IN, MailOutageIT::changeAddress),
      new Journey("setup mail", From.SIGNED_IN, MailOutageIT::sendSetup),
      new Journey("setup code", From.SETUP_MAILED, MailOutageIT::setUp));

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
            .anyMatch(mail -> attempt.use().apply(mail).status() < 300);
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
    if (journey.from() != From.NOWHERE) {
      String challenge = Person.applyAt(browser, email);
      Person.verify(browser, challenge, SmtpServer.code(mails.await(email)));
    }
    Traveller traveller = new Traveller(email, browser, "");
    return journey.from() == From.SETUP_MAILED
        ? afterSetupMail(sendSetup(traveller).to(), mails)
        : traveller;
  }

  private static Traveller afterSetupMail(String newcomer, SmtpServer mails) {
    return new Traveller(newcomer, browser(), token(mails.await(newcomer)));
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
    ApiClient.Answer answer = traveller.browser().post(organization(traveller) + "/invitations",
        Map.of("email", guest, "role", "agent"));
    return new Attempt(guest, answer, mail -> Invitations.accept(browser(), token(mail)));
  }

  private static Attempt changeAddress(Traveller traveller) {
    String wanted = Person.newAddress();
    ApiClient.Answer answer = traveller.browser().post("/api/auth/email/change", Map.of("newEmail", wanted));
    return new Attempt(wanted, answer,
        mail -> Person.verify(traveller.browser(), challenge(answer), SmtpServer.code(mail)));
  }

  private static Attempt sendSetup(Traveller traveller) {
    String newcomer = Person.newAddress();
    String members = organization(traveller) + "/members";
    String member = traveller.browser().post(members, Map.of("email", newcomer, "name", "Bob Miller", "role", "agent"))
        .data().path("id").asText();
    ApiClient.Answer answer = traveller.browser().post(members + "/" + member + "/setup-email");
    return new Attempt(newcomer, answer, mail -> setUp(new Traveller(newcomer, browser(), token(mail))).answer());
  }

  private static Attempt setUp(Traveller traveller) {
    ApiClient.Answer answer = traveller.browser().post("/api/auth/setup",
        Map.of("token", traveller.setup(), "password", NEW_PASSWORD));
    return new Attempt(traveller.email(), answer,
        mail -> Person.verify(traveller.browser(), challenge(answer), SmtpServer.code(mail)));
  }

  private static String organization(Traveller traveller) {
    return "/api/user/organizations/"
        + traveller.browser().get("/api/auth/me").data().at("/organizations/0/id").asText();
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
