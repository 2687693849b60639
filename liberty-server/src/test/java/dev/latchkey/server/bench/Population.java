package dev.latchkey.server.bench;

import dev.latchkey.adapter.idp.signin.Pbkdf2PasswordHasher;
import dev.latchkey.adapter.idp.signin.Turnstile;
import dev.latchkey.adapter.persistence.Ulids;
import dev.latchkey.domain.session.BearerToken;
import dev.latchkey.domain.signin.Password;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Who is there when the measurement begins: people with an organization of their own each, and several live sessions
 * each. Written by SQL; signing them all up would take longer than the measurement.
 */
final class Population {
  static final String PASSWORD = "seven quiet lamps";
  static final int PEOPLE = 1_000;
  static final int SESSIONS_EACH = 10;

  private final Connection connection;
  private final OffsetDateTime now = Instant.now().atOffset(ZoneOffset.UTC);
  private final Ulids ids = new Ulids();
  private final SecureRandom random = new SecureRandom();
  private final List<Visitor> visitors = new ArrayList<>();

  private Population(Connection connection) {
    this.connection = connection;
  }

  /** A live session, by its cookie. */
  record Visitor(String email, String token) {}

  /** Fills an empty database, and returns the sessions. */
  static List<Visitor> settle(Connection connection, int iterations) throws SQLException {
    Population population = new Population(connection);
    connection.setAutoCommit(false);
    population.settlePeople(iterations);
    population.fillBareTable();
    connection.commit();
    connection.setAutoCommit(true);
    execute(connection, "VACUUM (ANALYZE)");
    return population.visitors;
  }

  static String email(int person) {
    return "person-" + person + "@example.com";
  }

  private void settlePeople(int iterations) throws SQLException {
    // The same for all of them, since making a thousand hashes takes minutes; the server can't profit from that.
    String hash = new Pbkdf2PasswordHasher(iterations, new Turnstile(1), random).hash(new Password(PASSWORD)).encoded();
    try (
        PreparedStatement user = connection.prepareStatement("""
            INSERT INTO user_account (id, email, name, locale, password_hash, mfa_enrolled, created_at, version)
            VALUES (?, ?, ?, 'en', ?, false, ?, 0)""");
        PreparedStatement organization = connection.prepareStatement("""
            INSERT INTO organization (id, slug, name, auth_required, require_mfa, created_at, version)
            VALUES (?, ?, ?, 'ANY', false, ?, 0)""");
        PreparedStatement membership = connection.prepareStatement(
            """
                INSERT INTO membership (id, organization_id, user_id, role, status, source, break_glass, created_at, version)
                VALUES (?, ?, ?, 'OWNER', 'ACTIVE', 'SIGNUP', true, ?, 0)""");
        PreparedStatement session = connection.prepareStatement("""
            INSERT INTO session (id, token_hash, user_id, proofs, created_at, last_seen_at, device, address)
            VALUES (?, ?, ?, ?, ?, ?, 'Benchmark', '127.0.0.1')""")) {
      for (int i = 0; i < PEOPLE; i++) {
        String userId = ids.next();
        String organizationId = ids.next();
        insert(user, userId, email(i), "Person " + i, hash, now);
        insert(organization, organizationId, "organization-" + i, "Organization " + i, now);
        insert(membership, ids.next(), organizationId, userId, now);
        for (int j = 0; j < SESSIONS_EACH; j++) {
          BearerToken token = BearerToken.random(random);
          insert(session, ids.next(), HexFormat.of().parseHex(token.hash().hex()), userId,
              "password," + now.toEpochSecond() + "000000", now, now);
          visitors.add(new Visitor(email(i), token.value()));
        }
      }
    }
  }

  private void fillBareTable() throws SQLException {
    execute(connection, "CREATE TABLE bare_row (id text COLLATE \"C\" PRIMARY KEY, name text NOT NULL)");
    execute(connection, "INSERT INTO bare_row SELECT 'row-' || i, 'Name ' || i FROM generate_series(1, "
        + PEOPLE * SESSIONS_EACH + ") AS i");
  }

  static void insert(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    statement.executeUpdate();
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
