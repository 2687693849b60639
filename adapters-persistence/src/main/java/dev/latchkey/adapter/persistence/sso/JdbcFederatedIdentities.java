package dev.latchkey.adapter.persistence.sso;

import dev.latchkey.adapter.persistence.database.Conflict;
import dev.latchkey.adapter.persistence.database.Row;
import dev.latchkey.adapter.persistence.database.Sql;
import dev.latchkey.application.sso.FederatedIdentities;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.sso.FederatedIdentity;
import dev.latchkey.domain.sso.FederatedSubject;
import dev.latchkey.domain.sso.IdentityId;
import dev.latchkey.domain.sso.IssuerUrl;
import dev.latchkey.domain.sso.Provider;
import dev.latchkey.domain.sso.SeenThrough;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** {@link FederatedIdentities} in PostgreSQL. That a subject is one account is a unique index. */
public final class JdbcFederatedIdentities implements FederatedIdentities {
  private static final String SELECT = """
      SELECT organization_id, id, issuer, subject, seen_provider, seen_issuer, user_id, email, linked_at, last_used_at
      FROM federated_identity
      """;

  private final Sql sql;

  public JdbcFederatedIdentities(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Optional<FederatedIdentity> find(OrganizationId organization, FederatedSubject subject) {
    return sql.first(SELECT + "WHERE organization_id = ? AND issuer = ? AND subject = ?",
        JdbcFederatedIdentities::read, organization.value(), subject.issuer(), subject.subject());
  }

  @Override
  public List<FederatedIdentity> of(UserId user) {
    return sql.all(SELECT + "WHERE user_id = ? ORDER BY linked_at, id", JdbcFederatedIdentities::read, user.value());
  }

  @Override
  public void add(FederatedIdentity it) {
    // Waits for whoever is just deleting the connection, and then finds none.
    int rows = sql.change(
        """
            INSERT INTO federated_identity (organization_id, id, issuer, subject, seen_provider, seen_issuer, user_id,
                                            email, linked_at, last_used_at)
            SELECT organization_id, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM sso_connection WHERE organization_id = ? FOR KEY SHARE""",
        it.id().value(), it.subject().issuer(), it.subject().subject(), it.seenThrough().provider().name(),
        it.seenThrough().issuer().value(), it.userId().value(),
        it.email().map(EmailAddress::value).orElse(null), it.linkedAt(), it.lastUsedAt().orElse(null),
        it.organizationId().value());
    if (rows != 1) {
      throw new Conflict("The connection was deleted in between");
    }
  }

  @Override
  public void noteUse(FederatedIdentity it) {
    sql.change("""
        UPDATE federated_identity SET seen_provider = ?, seen_issuer = ?, email = ?, last_used_at = ?
        WHERE organization_id = ? AND id = ?""", it.seenThrough().provider().name(),
        it.seenThrough().issuer().value(), it.email().map(EmailAddress::value).orElse(null),
        it.lastUsedAt().orElse(null), it.organizationId().value(), it.id().value());
  }

  @Override
  public boolean remove(UserId user, IdentityId id) {
    return sql.change("DELETE FROM federated_identity WHERE user_id = ? AND id = ?", user.value(), id.value()) == 1;
  }

  private static FederatedIdentity read(Row row) throws SQLException {
    return new FederatedIdentity(new IdentityId(row.text("id")), new OrganizationId(row.text("organization_id")),
        new FederatedSubject(row.text("issuer"), row.text("subject")),
        new SeenThrough(row.constant("seen_provider", Provider.class), new IssuerUrl(row.text("seen_issuer"))),
        new UserId(row.text("user_id")), row.optionalText("email").map(EmailAddress::new), row.instant("linked_at"),
        row.optionalInstant("last_used_at"));
  }
}
