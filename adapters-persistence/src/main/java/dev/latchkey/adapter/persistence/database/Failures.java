package dev.latchkey.adapter.persistence.database;

import dev.latchkey.application.Unavailable;
import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Tells by its SQLSTATE what a failure means for who asked (PostgreSQL documentation, appendix A). */
final class Failures {
  static final Duration RETRY_AFTER = Duration.ofSeconds(5);

  /** Serialization failure, deadlock, and a unique violation: somebody else was first, as the next run will see. */
  private static final Set<String> LOST = Set.of("40001", "40P01", "23505");
  /** Connection lost, out of resources, shut down or starting up, and a former primary that only reads. */
  private static final Set<String> AWAY = Set.of("57P01", "57P02", "57P03", "25006");
  private static final Set<String> AWAY_CLASSES = Set.of("08", "53");

  private Failures() {}

  static RuntimeException of(SQLException failure) {
    String state = Optional.ofNullable(failure.getSQLState()).orElse("");
    if (LOST.contains(state)) {
      return new Conflict("SQLSTATE " + state, failure);
    }
    boolean away = AWAY.contains(state) || AWAY_CLASSES.stream().anyMatch(state::startsWith)
        || failure instanceof SQLTransientConnectionException || failure instanceof SQLNonTransientConnectionException;
    return away ? new Unavailable("database", RETRY_AFTER, failure)
        : new DatabaseFailure("SQLSTATE " + state, failure);
  }

  /** What came out of a unit of work: translated if the database is behind it, else as it is. */
  static RuntimeException of(RuntimeException failure) {
    for (Throwable cause : causes(failure)) {
      if (cause instanceof OptimisticLockException) {
        return new Conflict("Somebody else saved in between", failure);
      }
      if (cause instanceof SQLException sql) {
        return of(sql);
      }
    }
    return failure;
  }

  private static Iterable<Throwable> causes(RuntimeException failure) {
    boolean translated = failure instanceof Unavailable || failure instanceof Conflict
        || failure instanceof DatabaseFailure;
    return translated ? Set.of() : Stream.<Throwable>iterate(failure, it -> it != null, Throwable::getCause).toList();
  }
}
