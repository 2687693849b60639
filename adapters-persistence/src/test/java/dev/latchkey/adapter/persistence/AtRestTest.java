package dev.latchkey.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.adapter.persistence.vault.SecretVault;
import dev.latchkey.application.contract.Examples;
import dev.latchkey.application.contract.SsoExamples;
import dev.latchkey.application.onetime.OneTimeSecrets.Taken;
import dev.latchkey.domain.InvalidValue;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.housekeeping.Outdated;
import dev.latchkey.domain.mail.OutgoingMail;
import dev.latchkey.domain.onetime.OneTimeSecret;
import dev.latchkey.domain.onetime.Purpose;
import dev.latchkey.domain.onetime.SecretId;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.session.BearerToken;
import dev.latchkey.domain.session.Session;
import dev.latchkey.domain.sso.CallbackMode;
import dev.latchkey.domain.sso.ClientSecret;
import dev.latchkey.domain.sso.SsoConnection;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What somebody can do who got hold of the rows: read them, copy them, change them. */
class AtRestTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Map<String, String> FACTS = Map.of("email", "secretive@example.com", "password", "$fake$1$x");

  private final TestDatabase database = TestDatabase.create();
  private final StoredPorts ports = database.ports();

  @Test
  void a_stolen_row_is_no_cookie() throws SQLException {
    User user = Examples.user(NOON);
    ports.users().add(user);
    BearerToken token = Examples.token();
    ports.sessions().open(Examples.session(user, NOON), token.hash());
    assertThat(ports.sessions().find(token.hash())).isPresent();

    List<byte[]> columns = StoredBytes.of(database, "session");
    assertThat(columns).hasSizeGreaterThan(5);
    assertThat(columns.stream().flatMap(AtRestTest::spellings)).isNotEmpty().noneMatch(this::opensASession);
  }

  private static Stream<String> spellings(byte[] column) {
    return Stream.of(new String(column, StandardCharsets.UTF_8), HexFormat.of().formatHex(column),
        HexFormat.of().withUpperCase().formatHex(column), Base64.getEncoder().encodeToString(column),
        Base64.getEncoder().withoutPadding().encodeToString(column), Base64.getUrlEncoder().encodeToString(column),
        Base64.getUrlEncoder().withoutPadding().encodeToString(column));
  }

  private boolean opensASession(String value) {
    try {
      return ports.sessions().find(new BearerToken(value).hash()).isPresent();
    } catch (InvalidValue e) {
      return false;
    }
  }

  @Test
  void nothing_secret_is_readable_in_a_row() throws SQLException {
    SecretId id = issued("12345678");
    OutgoingMail mail = Examples.mail(Examples.email(), NOON.plusSeconds(900));
    ports.mailOutbox().enqueue(mail, NOON);
    ports.trialMailbox().add(mail, NOON);
    OneTimeSecret secret = ports.oneTimeSecrets().find(Purpose.SIGN_UP, id, NOON).orElseThrow();
    for (String table : List.of("one_time_secret", "mail_outbox", "trial_mail")) {
      assertThat(StoredBytes.of(database, table).stream().flatMap(AtRestTest::spellings)).isNotEmpty()
          .noneMatch(
              value -> Stream.of("12345678", "1234 5678", "Your code", secret.hash().hex(), "secretive", "$fake$")
                  .anyMatch(value::contains));
    }
  }

  @Test
  void a_secret_copied_to_another_row_is_refused_there() throws SQLException {
    SecretId mine = issued("12345678");
    SecretId victims = issued("87654321");
    database.execute("UPDATE one_time_secret SET sealed_hash = (SELECT sealed_hash FROM one_time_secret WHERE id = '"
        + mine.value() + "') WHERE id = '" + victims.value() + "'");
    assertThatThrownBy(() -> ports.oneTimeSecrets().take(Purpose.SIGN_UP, victims, "12345678", NOON))
        .isInstanceOf(SecretVault.Unreadable.class);
    assertThat(ports.oneTimeSecrets().take(Purpose.SIGN_UP, mine, "12345678", NOON))
        .isEqualTo(new Taken.Granted(FACTS));
  }

  @Test
  void a_client_secret_is_not_readable_and_not_usable_in_another_tenants_row() throws SQLException {
    OrganizationId mine = connected("Mine");
    OrganizationId victims = connected("Victims");
    assertThat(StoredBytes.of(database, "sso_connection").stream().flatMap(AtRestTest::spellings)).isNotEmpty()
        .noneMatch(value -> value.contains("top secret"));
    database.execute("UPDATE sso_connection SET sealed_secret = (SELECT sealed_secret FROM sso_connection "
        + "WHERE organization_id = '" + victims.value() + "') WHERE organization_id = '" + mine.value() + "'");
    assertThat(ports.ssoConnections().find(mine)).hasValueSatisfying(it -> assertThat(it.client().secret()).isEmpty());
    assertThat(ports.ssoConnections().find(victims))
        .hasValueSatisfying(it -> assertThat(it.client().secret()).isPresent());
  }

  @Test
  void a_client_secret_that_can_not_be_opened_can_be_entered_anew_and_is_not_lost_before() throws SQLException {
    OrganizationId mine = connected("Mine");
    SsoConnection whole = ports.ssoConnections().find(mine).orElseThrow();
    database.execute("UPDATE sso_connection SET sealed_secret = sealed_secret || '\\x00'");
    SsoConnection broken = ports.ssoConnections().find(mine).orElseThrow();
    assertThat(broken.client().issuer()).isEqualTo(whole.client().issuer());

    ports.ssoConnections().save(broken.calledBackAt(CallbackMode.DEDICATED, NOON));
    database.execute("UPDATE sso_connection SET sealed_secret = substring(sealed_secret from 1 for "
        + "length(sealed_secret) - 1)");
    SsoConnection again = ports.ssoConnections().find(mine).orElseThrow();
    assertThat(again.client()).isEqualTo(whole.client());

    database.execute("UPDATE sso_connection SET sealed_secret = sealed_secret || '\\x00'");
    ports.ssoConnections().save(again.withSecret(new ClientSecret("anew"), NOON));
    assertThat(ports.ssoConnections().find(mine)).hasValueSatisfying(
        it -> assertThat(it.client().secret()).contains(new ClientSecret("anew")));
    database.execute("UPDATE sso_connection SET sealed_secret = sealed_secret || '\\x00'");
    assertThat(ports.ssoConnections().delete(mine)).isTrue();
  }

  private OrganizationId connected(String name) {
    Organization organization = Examples.organization(name, NOON);
    ports.organizations().add(organization);
    ports.ssoConnections().add(SsoConnection.to(SsoExamples.client(name), organization.id(), 1, NOON));
    return organization.id();
  }

  @Test
  void a_mail_copied_to_another_row_is_not_sent_and_holds_up_no_other() throws SQLException {
    OutgoingMail stolen = Examples.mail(Examples.email(), NOON.plusSeconds(900));
    OutgoingMail mine = Examples.mail(Examples.email(), NOON.plusSeconds(900));
    ports.mailOutbox().enqueue(stolen, NOON);
    ports.mailOutbox().enqueue(mine, NOON);
    database.execute("UPDATE mail_outbox SET sealed_content = (SELECT sealed_content FROM mail_outbox WHERE id = '"
        + stolen.id().value() + "') WHERE id = '" + mine.id().value() + "'");
    assertThat(ports.mailOutbox().claim(10, NOON, NOON.plusSeconds(120))).singleElement()
        .matches(due -> due.mail().equals(stolen));
  }

  @Test
  void nothing_is_left_of_a_secret_that_was_used_and_of_a_mail_that_was_sent() throws SQLException {
    ports.oneTimeSecrets().take(Purpose.SIGN_UP, issued("12345678"), "12345678", NOON);
    OutgoingMail mail = Examples.mail(Examples.email(), NOON.plusSeconds(900));
    ports.mailOutbox().enqueue(mail, NOON);
    ports.mailOutbox().sent(mail.id(), NOON);
    assertThat(StoredBytes.ofColumn(database, "one_time_secret", "sealed_facts")).isEmpty();
    assertThat(StoredBytes.ofColumn(database, "mail_outbox", "sealed_content")).isEmpty();
  }

  @Test
  void the_audit_table_takes_no_change_and_gives_nothing_away_for_a_year() throws SQLException {
    happened("now() - interval '12 months' + interval '1 day'");
    for (String change : List.of("UPDATE audit_event SET outcome = 'SUCCESS'", "DELETE FROM audit_event",
        "TRUNCATE audit_event CASCADE", "UPDATE audit_concern SET organization_id = event_id")) {
      assertThatThrownBy(() -> database.execute(change)).isInstanceOf(SQLException.class)
          .hasMessageContaining("append-only");
    }
    happened("now() - interval '12 months 1 day'");
    String old = " audit_event WHERE at < now() - interval '12 months'";
    database.execute("DELETE FROM" + old);
    assertThat(ports.auditEvents()).hasSize(1);
  }

  private void happened(String at) throws SQLException {
    database.execute("INSERT INTO audit_event (id, at, action, outcome, address, device, request_id, chain, details) "
        + "VALUES ('" + Examples.id() + "', " + at + ", 'SIGN_IN', 'SUCCESS', '', '', '', '[]', '{}')");
  }

  @Test
  void no_clock_that_is_ahead_takes_facts_away_early() throws SQLException {
    happened("now() - interval '11 months'");
    assertThat(ports.leftovers().remove(new Outdated(Outdated.Kind.AUDIT_EVENT, Instant.parse("2999-01-01T00:00:00Z")),
        10)).isZero();
  }

  @Test
  void an_ended_session_leaves_no_row() throws SQLException {
    User user = Examples.user(NOON);
    ports.users().add(user);
    Session session = Examples.session(user, NOON);
    ports.sessions().open(session, Examples.token().hash());
    ports.sessions().end(session.id());
    assertThat(StoredBytes.of(database, "session")).isEmpty();
  }

  private SecretId issued(String secret) {
    SecretId id = new SecretId(Examples.id());
    ports.oneTimeSecrets().issue(OneTimeSecret.issued(id, Purpose.SIGN_UP, secret, FACTS, NOON));
    return id;
  }
}
