package dev.latchkey.adapter.web.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapter.web.fake.FakeRequest;
import dev.latchkey.adapter.web.fake.FakeResponse;
import dev.latchkey.adapter.web.fake.World;
import dev.latchkey.adapter.web.settings.WebSettings;
import dev.latchkey.application.memory.FakePasswordHasher;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.mail.MailId;
import dev.latchkey.domain.mail.OutgoingMail;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrialMailPageTest {
  private static final String ID = "0".repeat(25) + "1";
  private final World world = new World();

  @BeforeEach
  void two_mails() {
    add(world);
  }

  @Test
  void lists_mails_for_programs_newest_first() {
    FakeResponse answer = world.send(local("/dev/mail").header("Accept", "application/json"));
    assertThat(answer.header("Content-Type")).startsWith("application/json");
    assertThat(answer.body()).startsWith("[{\"id\":\"" + "0".repeat(25) + "2\",\"to\":\"bob@example.com\"").endsWith(
        "{\"id\":\"" + ID + "\",\"to\":\"ada@example.com\",\"subject\":\"Your <code>\",\"text\":\"12345678\","
            + "\"html\":\"<p style='color:red'>12345678</p>\",\"sentAt\":\"2026-03-01T12:00:00Z\"}]");
    assertThat(world.send(local("/dev/mail?to=ADA@example.com").header("Accept", "application/json")).body())
        .contains("ada@example.com").doesNotContain("bob@example.com");
  }

  @Test
  void shows_mails_to_people() {
    assertThat(world.send(local("/dev/mail")).body()).contains("Your &lt;code&gt;", "bob@example.com");
    assertThat(world.send(local("/dev/mail/" + ID)).body()).contains("12345678");
    assertThat(world.send(local("/dev/mail?to=nobody")).status()).isEqualTo(400);
    assertThat(world.send(local("/dev/mail/none")).status()).isEqualTo(404);
  }

  @Test
  void shows_a_mails_html_in_a_sandbox() {
    FakeResponse html = world.send(local("/dev/mail/" + ID + "/html"));
    assertThat(html.body()).isEqualTo("<p style='color:red'>12345678</p>");
    assertThat(html.header("Content-Security-Policy")).startsWith("sandbox; default-src 'none';");
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "localhost:9080", "127.0.0.1:9080", "[::1]:9080"})
  void answers_under_every_name_of_this_machine(String host) {
    assertThat(world.send(local("/dev/mail").without("Host").header("Host", host)).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.example", "localhost.evil.example", "sso.example.com", "127.0.0.1.nip.io",
    "localhost:x",
    "user@localhost", ""})
  void is_not_there_under_another_name(String host) {
    assertThat(world.send(local("/dev/mail").without("Host").header("Host", host)).status()).isEqualTo(404);
  }

  @Test
  void is_not_there_for_other_machines_nor_through_a_proxy() {
    assertThat(world.send(local("/dev/mail").from("203.0.113.7")).status()).isEqualTo(404);
    assertThat(world.send(local("/dev/mail").from("203.0.113.7").header("X-Forwarded-For", "127.0.0.1")).status())
        .isEqualTo(404);
    assertThat(world.send(local("/dev/mail").header("X-Forwarded-For", "203.0.113.7")).status()).isEqualTo(404);
    assertThat(world.send(local("/dev/mail/" + ID).from("203.0.113.7")).status()).isEqualTo(404);
    assertThat(world.send(local("/dev/mail/" + ID + "/html").from("203.0.113.7")).status()).isEqualTo(404);
  }

  @Test
  void is_not_there_where_mails_are_sent() {
    WebSettings trial = World.SETTINGS;
    World sending = new World(new WebSettings(trial.publicUrl(), trial.appUrl(), "Latchkey", true, false, true,
        List.of(), 60), new FakePasswordHasher());
    add(sending);
    assertThat(sending.send(local("/dev/mail")).status()).isEqualTo(404);
    assertThat(sending.send(local("/dev/mail/" + ID + "/html")).status()).isEqualTo(404);
  }

  private static void add(World world) {
    Instant noon = Instant.parse("2026-03-01T12:00:00Z");
    world.ports.trialMailbox().add(mail(ID, "ada@example.com"), noon);
    world.ports.trialMailbox().add(mail("0".repeat(25) + "2", "bob@example.com"), noon.plusSeconds(1));
  }

  private static OutgoingMail mail(String id, String to) {
    return new OutgoingMail(new MailId(id), new EmailAddress(to), "Your <code>", "12345678",
        "<p style='color:red'>12345678</p>", Instant.MAX);
  }

  private static FakeRequest local(String path) {
    return FakeRequest.get(path).from("127.0.0.1").without("Host").header("Host", "localhost:9080");
  }
}
