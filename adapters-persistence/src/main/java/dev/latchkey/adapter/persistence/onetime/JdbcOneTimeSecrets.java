package dev.latchkey.adapter.persistence.onetime;

import dev.latchkey.adapter.persistence.database.Row;
import dev.latchkey.adapter.persistence.database.Sql;
import dev.latchkey.adapter.persistence.vault.SecretVault;
import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.onetime.OneTimeSecrets;
import dev.latchkey.domain.onetime.OneTimeSecret;
import dev.latchkey.domain.onetime.OneTimeSecret.State;
import dev.latchkey.domain.onetime.Purpose;
import dev.latchkey.domain.onetime.SecretId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * {@link OneTimeSecrets} in PostgreSQL. A row is locked while the domain decides what becomes of it, so that of many
 * who answer at once each finds what the one before has left.
 */
public final class JdbcOneTimeSecrets implements OneTimeSecrets {
  private static final String LOCK = """
      SELECT id, purpose, state, sealed_hash, sealed_facts, issued_at, expires_at, tries_left,
             (SELECT max(issued_at) FROM one_time_secret) AS newest
      FROM one_time_secret secret WHERE id = ? AND purpose = ? FOR UPDATE OF secret""";

  private final Sql sql;
  private final UnitOfWork unitOfWork;
  private final SealedSecret seal;

  public JdbcOneTimeSecrets(Sql sql, UnitOfWork unitOfWork, SecretVault vault) {
    this.sql = sql;
    this.unitOfWork = unitOfWork;
    this.seal = new SealedSecret(vault);
  }

  @Override
  public void issue(OneTimeSecret secret) {
    sql.change("""
        INSERT INTO one_time_secret (state, sealed_hash, sealed_facts, issued_at, expires_at, tries_left, id, purpose)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)""", columns(secret));
  }

  @Override
  public Optional<OneTimeSecret> find(Purpose purpose, SecretId id, Instant now) {
    return change(purpose, id, now, OneTimeSecret::seenAt).map(Change::after).filter(JdbcOneTimeSecrets::isOpen);
  }

  @Override
  public Optional<OneTimeSecret> renew(Purpose purpose, SecretId id, String secret, Instant now) {
    return change(purpose, id, now, (stored, latest) -> {
      OneTimeSecret seen = stored.seenAt(latest);
      return isOpen(seen) ? seen.renewed(secret, latest) : seen;
    }).map(Change::after).filter(JdbcOneTimeSecrets::isOpen);
  }

  @Override
  public Taken take(Purpose purpose, SecretId id, String answer, Instant now) {
    return change(purpose, id, now, (stored, latest) -> stored.presented(answer, latest))
        .map(change -> Taken.of(change.before(), change.after())).orElseGet(() -> new Taken.Refused("unknown"));
  }

  @Override
  public Taken check(Purpose purpose, SecretId id, String answer, Instant now) {
    return change(purpose, id, now, (stored, latest) -> stored.looked(answer, latest))
        .map(change -> Taken.of(change.before(), change.before().presented(answer, change.latest())))
        .orElseGet(() -> new Taken.Refused("unknown"));
  }

  private Optional<Change> change(Purpose purpose, SecretId id, Instant now,
      BiFunction<OneTimeSecret, Instant, OneTimeSecret> verb) {
    return unitOfWork.run(() -> lock(purpose, id).map(locked -> {
      Instant latest = now.isAfter(locked.newest()) ? now : locked.newest();
      OneTimeSecret after = verb.apply(locked.secret(), latest);
      if (!after.equals(locked.secret())) {
        sql.change("""
            UPDATE one_time_secret SET state = ?, sealed_hash = ?, sealed_facts = ?, issued_at = ?, expires_at = ?,
                   tries_left = ? WHERE id = ? AND purpose = ?""", columns(after));
      }
      return new Change(locked.secret(), after, latest);
    }));
  }

  private Optional<Locked> lock(Purpose purpose, SecretId id) {
    return sql.first(LOCK, row -> new Locked(read(row), row.instant("newest")), id.value(), purpose);
  }

  private OneTimeSecret read(Row row) throws SQLException {
    SecretId id = new SecretId(row.text("id"));
    return new OneTimeSecret(id, row.constant("purpose", Purpose.class), seal.openHash(id, row.bytes("sealed_hash")),
        seal.openFacts(id, row.optionalBytes("sealed_facts")), row.instant("issued_at"), row.instant("expires_at"),
        row.number("tries_left"), row.constant("state", State.class));
  }

  private @Nullable Object[] columns(OneTimeSecret secret) {
    return new @Nullable Object[]{secret.state(), seal.hash(secret), seal.facts(secret), secret.issuedAt(),
      secret.expiresAt(),
      secret.triesLeft(), secret.id().value(), secret.purpose()};
  }

  private static boolean isOpen(OneTimeSecret secret) {
    return secret.state() == State.OPEN;
  }

  private record Locked(OneTimeSecret secret, Instant newest) {}

  private record Change(OneTimeSecret before, OneTimeSecret after, Instant latest) {}
}
