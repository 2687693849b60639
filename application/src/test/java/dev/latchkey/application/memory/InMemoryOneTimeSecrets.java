package dev.latchkey.application.memory;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.onetime.OneTimeSecrets;
import dev.latchkey.domain.onetime.OneTimeSecret;
import dev.latchkey.domain.onetime.OneTimeSecret.State;
import dev.latchkey.domain.onetime.Purpose;
import dev.latchkey.domain.onetime.SecretId;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** {@link OneTimeSecrets} in memory. */
public final class InMemoryOneTimeSecrets implements OneTimeSecrets {
  private final UnitOfWork unitOfWork;
  private final Table<SecretId, OneTimeSecret> rows;

  public InMemoryOneTimeSecrets(InMemoryDatabase database) {
    unitOfWork = database;
    rows = database.table();
  }

  @Override
  public void issue(OneTimeSecret secret) {
    rows.add(secret.id(), secret, other -> false);
  }

  @Override
  public Optional<OneTimeSecret> find(Purpose purpose, SecretId id, Instant now) {
    return change(purpose, id, secret -> secret.seenAt(latest(now))).map(Change::after)
        .filter(secret -> secret.state() == State.OPEN);
  }

  @Override
  public Optional<OneTimeSecret> renew(Purpose purpose, SecretId id, String secret, Instant now) {
    return unitOfWork.run(() -> find(purpose, id, now)
        .flatMap(open -> change(purpose, id, stored -> stored.renewed(secret, latest(now)))).map(Change::after));
  }

  @Override
  public Taken take(Purpose purpose, SecretId id, String answer, Instant now) {
    return change(purpose, id, secret -> secret.presented(answer, latest(now)))
        .map(change -> Taken.of(change.before(), change.after())).orElseGet(() -> new Taken.Refused("unknown"));
  }

  @Override
  public Taken check(Purpose purpose, SecretId id, String answer, Instant now) {
    return change(purpose, id, secret -> secret.looked(answer, latest(now)))
        .map(change -> Taken.of(change.before(), change.before().presented(answer, latest(now))))
        .orElseGet(() -> new Taken.Refused("unknown"));
  }

  private Optional<Change> change(Purpose purpose, SecretId id, UnaryOperator<OneTimeSecret> verb) {
    return unitOfWork.run(() -> rows.find(id).filter(secret -> secret.purpose() == purpose).map(before -> {
      OneTimeSecret after = verb.apply(before);
      rows.put(id, after);
      return new Change(before, after);
    }));
  }

  Instant latest(Instant now) {
    return Stream.concat(Stream.of(now), rows.all().stream().map(OneTimeSecret::issuedAt)).max(Instant::compareTo)
        .orElseThrow();
  }

  int removeOutdated(Instant before, int atMost) {
    return rows.removeSome(
        secret -> secret.expiresAt().isBefore(before) && secret.issuedAt().isBefore(latest(Instant.MIN)), atMost);
  }

  private record Change(OneTimeSecret before, OneTimeSecret after) {}
}
