package dev.latchkey.server.bench;

import dev.latchkey.adapter.persistence.Ulids;
import dev.latchkey.domain.session.BearerToken;
import dev.latchkey.server.bench.Population.Visitor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Makes everybody a member of the first organization, which signs in at a provider: connected by its owner through the
 * API, everybody linked and in as many sessions more, which were opened there, by SQL.
 */
final class SsoPopulation {
  static final String SLUG = "organization-0";

  private final Connection connection;
  private final OffsetDateTime now = Instant.now().atOffset(ZoneOffset.UTC);
  private final Ulids ids = new Ulids();
  private final SecureRandom random = new SecureRandom();

  private SsoPopulation(Connection connection) {
    this.connection = connection;
  }

  /** @return the sessions that were opened at the provider */
  static List<Visitor> settle(Connection connection, URI latchkey, Visitor owner, URI issuer)
      throws SQLException, IOException, InterruptedException {
    SsoPopulation population = new SsoPopulation(connection);
    population.prove(owner);
    String organization = population.text("SELECT id FROM organization WHERE slug = ?", SLUG);
    connect(latchkey.resolve("/api/user/organizations/" + organization + "/settings/sso"), owner, issuer);
    connection.setAutoCommit(false);
    List<Visitor> visitors = population.settle(organization, issuer);
    connection.commit();
    connection.setAutoCommit(true);
    return visitors;
  }

  /** The owner has just signed in: changing settings asks for that. */
  private void prove(Visitor owner) throws SQLException {
    try (
        PreparedStatement session = connection.prepareStatement("UPDATE session SET proofs = ? WHERE token_hash = ?")) {
      Population.insert(session, "password," + now.toEpochSecond() + "000000",
          HexFormat.of().parseHex(new BearerToken(owner.token()).hash().hex()));
    }
  }

  private static void connect(URI settings, Visitor owner, URI issuer) throws IOException, InterruptedException {
    HttpResponse<String> answer = HttpClient.newHttpClient().send(HttpRequest.newBuilder(settings)
        .header("Cookie", "__Host-latchkey=" + owner.token()).header("Content-Type", "application/json")
        .header("Sec-Fetch-Site", "same-origin")
        .PUT(BodyPublishers.ofString("""
            {"provider":"oidc","issuerUrl":"%s","clientId":"%s","clientSecret":"%s"}"""
            .formatted(issuer, BareProvider.CLIENT, BareProvider.SECRET)))
        .build(), BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException(answer.statusCode() + " " + answer.body());
    }
  }

  private List<Visitor> settle(String organization, URI issuer) throws SQLException {
    List<Visitor> visitors = new ArrayList<>();
    int version = Integer.parseInt(text("SELECT sso_version::text FROM organization WHERE id = ?", organization));
    try (PreparedStatement membership = connection.prepareStatement("""
        INSERT INTO membership (id, organization_id, user_id, role, status, source, break_glass, created_at, version)
        VALUES (?, ?, ?, 'AGENT', 'ACTIVE', 'JIT', false, ?, 0) ON CONFLICT DO NOTHING""");
        PreparedStatement identity = connection.prepareStatement(
            """
                INSERT INTO federated_identity (organization_id, id, issuer, subject, user_id, email, linked_at, seen_provider,
                                                seen_issuer)
                VALUES (?, ?, ?, ?, ?, ?, ?, 'OIDC', ?)""");
        PreparedStatement session = connection.prepareStatement("""
            INSERT INTO session (id, token_hash, user_id, proofs, created_at, last_seen_at, device, address)
            VALUES (?, ?, ?, ?, ?, ?, 'Benchmark', '127.0.0.1')""")) {
      for (int i = 0; i < Population.PEOPLE; i++) {
        String email = Population.email(i);
        String user = text("SELECT id FROM user_account WHERE email = ?", email);
        Population.insert(membership, ids.next(), organization, user, now);
        Population.insert(identity, organization, ids.next(), issuer.toString(), Integer.toString(i), user, email, now,
            issuer.toString());
        for (int j = 0; j < Population.SESSIONS_EACH; j++) {
          BearerToken token = BearerToken.random(random);
          Population.insert(session, ids.next(), HexFormat.of().parseHex(token.hash().hex()), user,
              "sso," + now.toEpochSecond() + "000000," + organization + "," + version, now, now);
          visitors.add(new Visitor(email, token.value()));
        }
      }
    }
    return visitors;
  }

  private String text(String sql, String value) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, value);
      try (ResultSet rows = select.executeQuery()) {
        rows.next();
        return rows.getString(1);
      }
    }
  }
}
