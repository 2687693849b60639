package dev.latchkey.application.onetime;

import dev.latchkey.domain.onetime.OneTimeSecret;
import dev.latchkey.domain.onetime.OneTimeSecret.State;
import dev.latchkey.domain.onetime.Purpose;
import dev.latchkey.domain.onetime.SecretId;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * All secrets that are used once. Expiry is judged by the later of the given time and the newest time stored, so that
 * a clock that is set back revives nothing. Joins the running unit of work.
 */
public interface OneTimeSecrets {
  void issue(OneTimeSecret secret);

  /** The secret, if it is still open. */
  Optional<OneTimeSecret> find(Purpose purpose, SecretId id, Instant now);

  /** Replaces the secret of an open challenge; the one before is worth nothing any more. */
  Optional<OneTimeSecret> renew(Purpose purpose, SecretId id, String secret, Instant now);

  /**
   * Presents an answer, atomically: however many present the right one at once, exactly one receives what it stands
   * for, and every wrong one is counted.
   */
  Taken take(Purpose purpose, SecretId id, String answer, Instant now);

  /** Looks whether an answer is right without using it up; wrong ones are counted all the same. */
  Taken check(Purpose purpose, SecretId id, String answer, Instant now);

  /** What presenting an answer gave. */
  sealed interface Taken {
    /** What it means that an answer turned the secret {@code before} into {@code after}. */
    static Taken of(OneTimeSecret before, OneTimeSecret after) {
      if (before.state() != State.OPEN || after.state() == State.EXPIRED) {
        return new Refused(after.state().name().toLowerCase(Locale.ROOT).replace('_', '-'));
      }
      return after.state() == State.TAKEN ? new Granted(after.facts()) : new Refused("wrong");
    }

    /** @param facts what the secret stood for */
    record Granted(Map<String, String> facts) implements Taken {}

    /** @param reason for the audit only: {@code unknown}, {@code wrong}, {@code taken}, {@code expired}, {@code used-up} */
    record Refused(String reason) implements Taken {}
  }
}
