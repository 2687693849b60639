package dev.latchkey.adapter.persistence.sso;

import dev.latchkey.adapter.persistence.database.Row;
import dev.latchkey.adapter.persistence.database.Sql;
import dev.latchkey.application.sso.SocialIdentities;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.social.SocialIdentity;
import dev.latchkey.domain.social.SocialProvider;
import dev.latchkey.domain.sso.FederatedSubject;
import dev.latchkey.domain.sso.IdentityId;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** {@link SocialIdentities} in PostgreSQL. That a subject is one account is a unique index. */
public final class JdbcSocialIdentities implements SocialIdentities {
  private static final String SELECT = """
      SELECT id, provider, issuer, subject, user_id, email, linked_at, last_used_at FROM social_identity
      """;

  private final Sql sql;

  public JdbcSocialIdentities(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Optional<SocialIdentity> find(SocialProvider provider, FederatedSubject subject) {
    return sql.first(SELECT + "WHERE provider = ? AND issuer = ? AND subject = ?", JdbcSocialIdentities::read, provider,
        subject.issuer(), subject.subject());
  }

  @Override
  public List<SocialIdentity> of(UserId user) {
    return sql.all(SELECT + "WHERE user_id = ? ORDER BY linked_at, id", JdbcSocialIdentities::read, user.value());
  }

  @Override
  public void add(SocialIdentity it) {
    sql.change("""
        INSERT INTO social_identity (id, provider, issuer, subject, user_id, email, linked_at, last_used_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)""", it.id().value(), it.provider(), it.subject().issuer(),
        it.subject().subject(), it.userId().value(), it.email().map(EmailAddress::value).orElse(null), it.linkedAt(),
        it.lastUsedAt().orElse(null));
  }

  @Override
  public void noteUse(SocialIdentity it) {
    sql.change("UPDATE social_identity SET email = ?, last_used_at = ? WHERE id = ?",
        it.email().map(EmailAddress::value).orElse(null), it.lastUsedAt().orElse(null), it.id().value());
  }

  @Override
  public boolean remove(UserId user, IdentityId id) {
    return sql.change("DELETE FROM social_identity WHERE user_id = ? AND id = ?", user.value(), id.value()) == 1;
  }

  private static SocialIdentity read(Row row) throws SQLException {
    return new SocialIdentity(new IdentityId(row.text("id")), row.constant("provider", SocialProvider.class),
        new FederatedSubject(row.text("issuer"), row.text("subject")), new UserId(row.text("user_id")),
        row.optionalText("email").map(EmailAddress::new), row.instant("linked_at"),
        row.optionalInstant("last_used_at"));
  }
}
