package dev.latchkey.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mails that go out by SMTP: they wait for the mail server, but not longer than they are of use. */
class SmtpIT {
  private static final int PORT = LatchkeyProcess.freePort();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir
  static Path folder;
  private static LatchkeyProcess server;
  private static Tables tables;

  private final String email = Person.newAddress();

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
  void a_mail_waits_for_the_mail_server_unreadable_and_arrives_when_it_is_back() throws Exception {
    String challenge = Person.applyAt(browser(), email);
    Await.until("a first try", PATIENCE, () -> outbox("failures > 0") == 1);
    String waiting = tables.text("SELECT o::text FROM mail_outbox o WHERE recipient = ?", email);

    try (SmtpServer mails = SmtpServer.start(PORT)) {
      MimeMessage mail = mails.await(email);
      String code = SmtpServer.code(mail);
      assertThat(waiting).contains(email).doesNotContain(code, mail.getSubject());
      Await.until("erased", PATIENCE, () -> outbox("sent_at IS NOT NULL AND sealed_content IS NULL") == 1);
      assertThat(Person.verify(browser(), challenge, code).status()).isEqualTo(200);
      assertThat(mails.all(email)).hasSize(1);
    }
  }

  @Test
  void a_mail_whose_code_has_expired_is_never_sent() throws Exception {
    Person.applyAt(browser(), email);
    Await.until("a first try", PATIENCE, () -> outbox("failures > 0") == 1);
    tables.change("UPDATE mail_outbox SET expires_at = now(), due_at = now() WHERE recipient = ?", email);
    Await.until("erased unsent", PATIENCE, () -> outbox("sent_at IS NULL AND sealed_content IS NULL") == 1);

    try (SmtpServer mails = SmtpServer.start(PORT)) {
      String later = Person.newAddress();
      Person.applyAt(browser(), later);
      assertThat(mails.await(later)).isNotNull();
      assertThat(mails.all(email)).isEmpty();
    }
    assertThat(outbox("sent_at IS NULL")).isEqualTo(1);
  }

  @Test
  void a_mail_is_text_and_html_from_the_product_and_from_nobody_who_answers() throws Exception {
    try (SmtpServer mails = SmtpServer.start(PORT)) {
      Person.applyAt(browser(), email);
      MimeMessage mail = mails.await(email);

      assertThat(mail.getHeader("From")).containsExactly("Latchkey <door@latchkey.example>");
      assertThat(mail.getHeader("To")).containsExactly(email);
      assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
      assertThat(mail.getHeader("Message-ID")).hasSize(1);
      assertThat(mail.getSentDate()).isNotNull();
      assertThat(mail.getSubject()).contains("Latchkey").doesNotContain(SmtpServer.code(mail));
      MimeMultipart parts = (MimeMultipart) mail.getContent();
      assertThat(parts.getContentType()).startsWith("multipart/alternative");
      assertThat(parts.getCount()).isEqualTo(2);
      assertThat(parts.getBodyPart(0).getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
      assertThat(parts.getBodyPart(1).getContentType()).isEqualToIgnoringCase("text/html; charset=UTF-8");
      assertThat(parts.getBodyPart(1).getContent().toString()).contains(SmtpServer.code(mail)).doesNotContain("<script",
          "src=");
    }
  }

  @Test
  void an_address_is_changed_although_the_mail_server_was_away_before_each_mail() throws Exception {
    String wanted = Person.newAddress();
    ApiClient person = browser();
    try (SmtpServer mails = SmtpServer.start(PORT)) {
      Person.verify(person, Person.applyAt(person, email), SmtpServer.code(mails.await(email)));
    }
    String challenge = person.post("/api/auth/email/change", Map.of("newEmail", wanted)).data().path("challengeId")
        .asText();
    Await.until("a first try", PATIENCE, () -> tables
        .number("SELECT count(*) FROM mail_outbox WHERE recipient = ? AND failures > 0", wanted) == 1);
    String code;
    try (SmtpServer mails = SmtpServer.start(PORT)) {
      code = SmtpServer.code(mails.await(wanted));
    }
    assertThat(Person.verify(person, challenge, code).status()).isEqualTo(200);
    Await.until("a first try", PATIENCE, () -> outbox("failures > 0 AND sent_at IS NULL") == 1);
    try (SmtpServer mails = SmtpServer.start(PORT)) {
      assertThat(SmtpServer.text(mails.await(email))).contains(wanted);
    }
  }

  @Test
  void with_a_mail_server_there_is_no_trial_mailbox() {
    assertThat(browser().get("/dev/mail").status()).isEqualTo(404);
    assertThat(tables.number("SELECT count(*) FROM trial_mail")).isZero();
  }

  private long outbox(String condition) {
    return tables.number("SELECT count(*) FROM mail_outbox WHERE recipient = ? AND " + condition, email);
  }

  private static ApiClient browser() {
    return new ApiClient(server.uri()).header("Sec-Fetch-Site", "same-origin");
  }
}
