package dev.latchkey.adapter.persistence.sso;

import dev.latchkey.adapter.persistence.database.Row;
import dev.latchkey.adapter.persistence.database.Sql;
import dev.latchkey.adapter.persistence.vault.RowIdentity;
import dev.latchkey.adapter.persistence.vault.SecretVault;
import dev.latchkey.application.sso.ProviderSessions;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.sso.ProviderSession;
import dev.latchkey.domain.sso.ProviderTokens;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@link ProviderSessions} in PostgreSQL; tokens are sealed with their row, and go with their session by foreign key. */
public final class JdbcProviderSessions implements ProviderSessions {
  private static final System.Logger LOG = System.getLogger(JdbcProviderSessions.class.getName());
  private static final String COLUMNS = "organization_id, session_id, connection_version, sealed_id_token, "
      + "sealed_refresh_token, next_check_at, failures, kept_at";
  /** Rows that another node is just claiming are skipped, so that nodes share the work instead of queueing for it. */
  private static final String CLAIM = """
      WITH share AS (
        SELECT organization_id, session_id,
               row_number() OVER (PARTITION BY organization_id ORDER BY next_check_at, session_id) AS place
        FROM provider_session WHERE next_check_at <= ?),
      due AS MATERIALIZED (
        SELECT %s FROM provider_session given JOIN share USING (organization_id, session_id)
        WHERE share.place <= ? AND given.next_check_at <= ?
        ORDER BY given.next_check_at, session_id LIMIT ? FOR UPDATE OF given SKIP LOCKED),
      claimed AS (
        UPDATE provider_session given SET next_check_at = ? FROM due
        WHERE given.organization_id = due.organization_id AND given.session_id = due.session_id)
      SELECT * FROM due""".formatted(COLUMNS);

  private final Sql sql;
  private final SecretVault vault;

  public JdbcProviderSessions(Sql sql, SecretVault vault) {
    this.sql = sql;
    this.vault = vault;
  }

  @Override
  public void keep(ProviderSession it) {
    sql.change("""
        INSERT INTO provider_session (organization_id, session_id, connection_version, sealed_id_token,
                                      sealed_refresh_token, next_check_at, failures, kept_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (organization_id, session_id) DO UPDATE
        SET connection_version = excluded.connection_version, sealed_id_token = excluded.sealed_id_token,
            sealed_refresh_token = excluded.sealed_refresh_token, next_check_at = excluded.next_check_at,
            failures = excluded.failures, kept_at = excluded.kept_at""", it.organization().value(),
        it.session().value(), it.connectionVersion(), sealIdToken(it), sealRefreshToken(it),
        it.nextCheckAt().orElse(null), it.failures(), it.keptAt());
  }

  @Override
  public Optional<ProviderSession> lastOf(SessionId session) {
    return sql.first("SELECT " + COLUMNS + " FROM provider_session WHERE session_id = ? ORDER BY kept_at DESC LIMIT 1",
        this::read, session.value()).flatMap(it -> it);
  }

  @Override
  public List<ProviderSession> claim(int atMost, int ofEach, Instant now, Instant leasedUntil) {
    return sql.all(CLAIM, this::read, now, ofEach, now, atMost, leasedUntil).stream().flatMap(Optional::stream)
        .toList();
  }

  @Override
  public void putOff(OrganizationId organization, Instant until) {
    // What is being checked right now is somebody else's to save.
    sql.change("""
        WITH due AS MATERIALIZED (
          SELECT session_id FROM provider_session WHERE organization_id = ? AND next_check_at < ?
          FOR UPDATE SKIP LOCKED)
        UPDATE provider_session SET next_check_at = ?
        WHERE organization_id = ? AND session_id IN (SELECT session_id FROM due)""", organization.value(), until,
        until, organization.value());
  }

  @Override
  public boolean save(ProviderSession it) {
    return sql.change("""
        UPDATE provider_session SET sealed_refresh_token = ?, next_check_at = ?, failures = ?
        WHERE organization_id = ? AND session_id = ? AND kept_at = ?""", sealRefreshToken(it),
        it.nextCheckAt().orElse(null), it.failures(), it.organization().value(), it.session().value(),
        it.keptAt()) == 1;
  }

  @Override
  public void remove(OrganizationId organization, SessionId session) {
    sql.change("DELETE FROM provider_session WHERE organization_id = ? AND session_id = ?", organization.value(),
        session.value());
  }

  private byte[] sealIdToken(ProviderSession it) {
    return vault.seal(place(it.organization(), it.session(), "sealed_id_token"), bytes(it.tokens().idToken()));
  }

  private byte @Nullable [] sealRefreshToken(ProviderSession it) {
    return it.tokens().refreshToken()
        .map(token -> vault.seal(place(it.organization(), it.session(), "sealed_refresh_token"), bytes(token)))
        .orElse(null);
  }

  /** What was sealed with a key that is gone from the ring must hold up neither a sign-out nor the other checks. */
  private Optional<ProviderSession> read(Row row) throws SQLException {
    OrganizationId organization = new OrganizationId(row.text("organization_id"));
    SessionId session = new SessionId(row.text("session_id"));
    try {
      String idToken = text(vault.open(place(organization, session, "sealed_id_token"), row.bytes("sealed_id_token")));
      Optional<String> refreshToken = row.optionalBytes("sealed_refresh_token")
          .map(sealed -> text(vault.open(place(organization, session, "sealed_refresh_token"), sealed)));
      return Optional.of(new ProviderSession(session, organization, row.number("connection_version"),
          new ProviderTokens(idToken, refreshToken), row.optionalInstant("next_check_at"), row.number("failures"),
          row.instant("kept_at")));
    } catch (SecretVault.Unreadable e) {
      LOG.log(System.Logger.Level.ERROR, "What an identity provider gave for a session can't be read", e);
      return Optional.empty();
    }
  }

  private static RowIdentity place(OrganizationId organization, SessionId session, String column) {
    return new RowIdentity("provider_session", column, organization.value() + "+" + session.value());
  }

  private static byte[] bytes(String token) {
    return token.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] token) {
    return new String(token, StandardCharsets.UTF_8);
  }
}
