package dev.latchkey.adapter.persistence.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.adapter.persistence.Storage;
import dev.latchkey.adapter.persistence.TestDatabase;
import dev.latchkey.adapter.persistence.vault.KeyRing;
import dev.latchkey.adapter.persistence.vault.SecretVault;
import dev.latchkey.application.contract.Examples;
import dev.latchkey.application.contract.SsoExamples;
import dev.latchkey.application.onetime.OneTimeSecrets.Taken;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.mail.OutgoingMail;
import dev.latchkey.domain.mfa.TotpAuthenticator;
import dev.latchkey.domain.mfa.TotpSecret;
import dev.latchkey.domain.onetime.OneTimeSecret;
import dev.latchkey.domain.onetime.Purpose;
import dev.latchkey.domain.onetime.SecretId;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.session.Session;
import dev.latchkey.domain.sso.ProviderSession;
import dev.latchkey.domain.sso.ProviderTokens;
import dev.latchkey.domain.sso.SsoConnection;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A key is rotated out while nodes are at work, and nothing that is still needed is lost. */
class ResealingTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final TestDatabase database = TestDatabase.create();
  private final List<Storage> nodes = new ArrayList<>();
  private final KeyRing first = KeyRing.fresh();
  private final KeyRing prepared = first.withNextKey();
  private final KeyRing rotated = prepared.rotated();
  private final KeyRing last = rotated.withPrimaryKeyOnly();

  @AfterEach
  void stop() {
    nodes.forEach(Storage::close);
  }

  @Test
  void everything_opens_after_the_rotation_and_after_resealing_without_the_old_key() throws SQLException {
    Everything sealed = Everything.in(node(first));
    sealed.opensIn(node(rotated));
    assertThat(new Resealing(database.pool(), rotated).left()).isEqualTo(9);

    assertThat(new Resealing(database.pool(), rotated).run()).isEqualTo(new Resealing.Result(9, 0));
    assertThat(new Resealing(database.pool(), rotated).left()).isZero();
    assertThat(new Resealing(database.pool(), rotated).run()).isEqualTo(new Resealing.Result(0, 0));
    sealed.opensIn(node(last));
    sealed.isUsedUpIn(node(last));
  }

  @Test
  void before_resealing_the_old_key_is_missed() {
    Everything sealed = Everything.in(node(first));
    assertThatThrownBy(() -> sealed.opensIn(node(last))).isInstanceOf(SecretVault.Unreadable.class);
  }

  @Test
  void nodes_of_two_neighbouring_steps_read_each_other() {
    Everything.in(node(first)).opensIn(node(prepared));
    Everything.in(node(prepared)).opensIn(node(first));
    Everything.in(node(rotated)).opensIn(node(prepared));
    Everything.in(node(prepared)).opensIn(node(rotated));
    Everything.in(node(last)).opensIn(node(rotated));
    Everything.in(node(rotated)).opensIn(node(last));
  }

  @Test
  void a_value_that_was_tampered_with_is_left_and_holds_up_no_other() throws SQLException {
    Everything.in(node(first));
    Everything sound = Everything.in(node(first));
    database.execute("UPDATE sso_connection SET sealed_secret = set_byte(sealed_secret, 9, "
        + "(get_byte(sealed_secret, 9) + 1) % 256) WHERE organization_id <> '" + sound.organization.id().value() + "'");
    assertThat(new Resealing(database.pool(), rotated).run()).isEqualTo(new Resealing.Result(17, 1));
    sound.opensIn(node(last));
  }

  @Test
  void what_is_sealed_meanwhile_by_a_node_of_the_step_before_is_found_by_doing_it_again() throws SQLException {
    assertThat(new Resealing(database.pool(), rotated).run().resealed()).isZero();
    Everything late = Everything.in(node(prepared));
    assertThat(new Resealing(database.pool(), rotated).run().resealed()).isEqualTo(9);
    late.opensIn(node(last));
  }

  @Test
  void goes_along_the_keys_of_many_rows_and_never_through_all_of_them() throws SQLException {
    Everything one = Everything.in(node(first));
    database.execute("INSERT INTO session SELECT lpad(n::text, 26, '0'), sha256(n::text::bytea), user_id, proofs, "
        + "created_at, last_seen_at, device, address FROM session, generate_series(1, 20000) n");
    database.execute("INSERT INTO provider_session SELECT '" + one.organization.id().value()
        + "', lpad(n::text, 26, '0'), 1, '\\x0102030405', '\\x0102030405', now(), NULL, 0 "
        + "FROM generate_series(1, 20000) n");
    database.execute("ANALYZE provider_session");
    for (SealedColumn column : SealedColumn.ALL) {
      if (column.table().equals("provider_session")) {
        assertThat(plan(column.replace().replaceFirst("= \\?", "= ''").replace("?", "'x'")))
            .contains("Index Scan using provider_session_pkey").doesNotContain("Seq Scan");
        assertThat(plan(column.next().replace("ANY (?)", "ANY ('{0102}')").replace("LIMIT ?", "LIMIT 500")
            .replace("?", "'x'"))).contains("Index Scan using provider_session_pkey").doesNotContain("Sort");
      }
    }
  }

  private String plan(String statement) throws SQLException {
    try (Connection connection = database.pool().getConnection();
        Statement explain = connection.createStatement();
        ResultSet row = explain.executeQuery("EXPLAIN " + statement)) {
      StringBuilder plan = new StringBuilder();
      while (row.next()) {
        plan.append(row.getString(1)).append('\n');
      }
      return plan.toString();
    }
  }

  @Test
  void knows_every_sealed_column_of_the_schema() throws SQLException {
    List<String> columns = new ArrayList<>();
    try (Connection connection = database.pool().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT table_name || '.' || column_name FROM "
            + "information_schema.columns WHERE table_schema = 'public' AND column_name LIKE 'sealed%'")) {
      while (row.next()) {
        columns.add(row.getString(1));
      }
    }
    assertThat(SealedColumn.ALL).extracting(it -> it.table() + "." + it.column())
        .containsExactlyInAnyOrderElementsOf(columns);
  }

  private Storage node(KeyRing ring) {
    Storage node = Storage.over(database.pool(), ring);
    nodes.add(node);
    return node;
  }

  /** One of everything that is sealed, twice where a row holds two. */
  private record Everything(Organization organization, User user, SecretId secret, OutgoingMail mail, Session session) {
    private static final ProviderTokens TOKENS = new ProviderTokens("id token", Optional.of("refresh token"));
    private static final TotpSecret ACTIVE = new TotpSecret("A".repeat(32));
    private static final TotpSecret OFFERED = new TotpSecret("B".repeat(32));

    static Everything in(Storage node) {
      User user = Examples.user(NOON);
      Everything it = new Everything(Examples.organization("Acme", NOON), user, new SecretId(Examples.id()),
          Examples.mail(Examples.email(), NOON.plusSeconds(900)), Examples.session(user, NOON));
      node.users().add(it.user);
      node.organizations().add(it.organization);
      node.ssoConnections().add(SsoConnection.to(SsoExamples.client("client"), it.organization.id(), 1, NOON));
      node.sessions().open(it.session, Examples.token().hash());
      node.providerSessions().keep(
          ProviderSession.opened(it.session.id(), it.organization.id(), 1, TOKENS, Optional.empty(), NOON));
      node.oneTimeSecrets().issue(OneTimeSecret.issued(it.secret, Purpose.SIGN_UP, "12345678", Map.of("a", "b"), NOON));
      node.trialMailbox().add(it.mail, NOON);
      node.mailOutbox().enqueue(it.mail, NOON);
      node.unitOfWork().run(() -> {
        TotpAuthenticator row = node.totpAuthenticators().lock(it.user.id());
        node.totpAuthenticators().save(new TotpAuthenticator(row.user(), Optional.of(ACTIVE), Optional.of(OFFERED), 0));
        return row;
      });
      return it;
    }

    void opensIn(Storage node) {
      assertThat(node.oneTimeSecrets().find(Purpose.SIGN_UP, secret, NOON).orElseThrow().facts())
          .isEqualTo(Map.of("a", "b"));
      assertThat(node.ssoConnections().find(organization.id()).orElseThrow().client())
          .isEqualTo(SsoExamples.client("client"));
      assertThat(node.providerSessions().lastOf(session.id()).orElseThrow().tokens()).isEqualTo(TOKENS);
      assertThat(node.trialMailbox().list(Optional.of(mail.to()))).singleElement()
          .matches(received -> received.mail().equals(mail));
      TotpAuthenticator totp = node.unitOfWork().run(() -> node.totpAuthenticators().lock(user.id()));
      assertThat(totp.active()).contains(ACTIVE);
      assertThat(totp.offered()).contains(OFFERED);
    }

    void isUsedUpIn(Storage node) {
      assertThat(node.mailOutbox().claim(10, NOON, NOON.plusSeconds(60))).anyMatch(due -> due.mail().equals(mail));
      assertThat(node.oneTimeSecrets().take(Purpose.SIGN_UP, secret, "12345678", NOON))
          .isEqualTo(new Taken.Granted(Map.of("a", "b")));
    }
  }
}
