package dev.latchkey.application.apikey;

import dev.latchkey.domain.apikey.ApiKey;
import dev.latchkey.domain.session.SignedIn;
import dev.latchkey.domain.session.TokenHash;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Keys as programs present them, before it is known whose they are; on every node at once. */
public interface PresentedApiKeys {
  /** Refusals of one key are told at most this often, so that a forgotten job doesn't fill the audit. */
  Duration REFUSAL_PRECISION = Duration.ofHours(1);

  /** The key with this hash and its creator's place, whatever its state, read in one statement. */
  Optional<Found> find(TokenHash hash);

  /** Notes that a key was used, unless that was noted less than {@link ApiKey#USED_PRECISION} before, or later. */
  void used(ApiKey key, Instant at);

  /** Notes that a key was refused. @return whether it is the first time within {@link #REFUSAL_PRECISION} */
  boolean refused(ApiKey key, Instant at);

  /**
   * A key that is known.
   *
   * @param place the organization that it is for, with its creator's membership there
   * @param newest the newest time stored with a one-time secret, which shows a clock that was set back
   */
  record Found(ApiKey key, SignedIn.Place place, Instant newest) {}
}
