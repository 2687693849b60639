package dev.latchkey.adapter.persistence.session;

import dev.latchkey.adapter.persistence.database.Row;
import dev.latchkey.adapter.persistence.database.Sql;
import dev.latchkey.adapter.persistence.organization.PlaceRow;
import dev.latchkey.application.session.Sessions;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.PersonName;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.session.Proofs;
import dev.latchkey.domain.session.Session;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.session.SignedIn;
import dev.latchkey.domain.session.TokenHash;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** {@link Sessions} in PostgreSQL. Plain SQL because every request comes through here. */
public final class JdbcSessions implements Sessions {
  /** Unsorted: for the few rows that it finds, sorting would cost the database a fifth more. */
  private static final String FIND = """
      SELECT\s""" + SessionRow.COLUMNS + """
      , u.email, u.name, u.locale, u.mfa_enrolled,
      """ + PlaceRow.COLUMNS + """

      FROM session s
      JOIN user_account u ON u.id = s.user_id
      LEFT JOIN membership m ON m.user_id = s.user_id
      LEFT JOIN organization o ON o.id = m.organization_id
      WHERE s.token_hash = ?""";

  private final Sql sql;

  public JdbcSessions(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void open(Session session, TokenHash token) {
    sql.change("""
        INSERT INTO session (id, token_hash, user_id, proofs, created_at, last_seen_at, device, address)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)""", session.id().value(), bytes(token), session.userId().value(),
        ProofText.of(session.proofs()), session.createdAt(), session.lastSeenAt(), session.device(),
        session.address());
  }

  @Override
  public Optional<SignedIn> find(TokenHash token) {
    List<Found> rows = sql.all(FIND, Found::read, bytes(token));
    return rows.stream().findFirst().map(first -> new SignedIn(first.session, first.person,
        rows.stream().flatMap(row -> row.place.stream()).sorted(SignedIn.Place.BY_NAME).toList()));
  }

  @Override
  public Optional<Proofs> promote(SessionId id, UnaryOperator<Proofs> change, TokenHash newToken) {
    Optional<Proofs> changed = sql.first("SELECT " + SessionRow.COLUMNS + " FROM session s WHERE s.id = ? FOR UPDATE",
        SessionRow::read, id.value()).map(Session::proofs).map(change);
    changed.ifPresent(proofs -> sql.change("UPDATE session SET proofs = ?, token_hash = ? WHERE id = ?",
        ProofText.of(proofs), bytes(newToken), id.value()));
    return changed;
  }

  @Override
  public void seen(SessionId id, Instant at) {
    // Of requests that come together after an idle minute, each finds what the one before has written. None waits for
    // the disk: a crash of the database may forget it, and then the session ends a minute earlier. Never within a unit
    // of work, all of which would not wait then.
    sql.change("""
        WITH unhurried AS (SELECT set_config('synchronous_commit', 'off', true))
        UPDATE session SET last_seen_at = ? FROM unhurried WHERE id = ? AND last_seen_at <= ?""", at, id.value(),
        at.minus(Session.SEEN_PRECISION));
  }

  @Override
  public boolean end(SessionId id) {
    return sql.change("DELETE FROM session WHERE id = ?", id.value()) == 1;
  }

  private static byte[] bytes(TokenHash hash) {
    return HexFormat.of().parseHex(hash.hex());
  }

  /** One of the session's rows: there is one per membership, and one without a place if there is no membership. */
  private record Found(Session session, SignedIn.Person person, Optional<SignedIn.Place> place) {
    static Found read(Row row) throws SQLException {
      UserId user = new UserId(row.text("user_id"));
      Session session = SessionRow.read(row);
      SignedIn.Person person = new SignedIn.Person(user, new EmailAddress(row.text("email")),
          new PersonName(row.text("name")), Locale.forLanguageTag(row.text("locale")), row.flag("mfa_enrolled"));
      Optional<SignedIn.Place> place = row.optionalText("m_id").isPresent()
          ? Optional.of(PlaceRow.read(row))
          : Optional.empty();
      return new Found(session, person, place);
    }
  }
}
