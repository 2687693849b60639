package dev.latchkey.domain.session;

import dev.latchkey.domain.account.UserId;
import java.time.Duration;
import java.time.Instant;

/**
 * A signed-in browser. Its life cycle: opened at sign-in, seen at each request, ended by sign-out, by a limit, or by
 * what concerns the account. An ended session never comes back.
 *
 * @param device what the browser called itself, shortened
 * @param address from where it signed in
 */
public record Session(SessionId id, UserId userId, Proofs proofs, Instant createdAt, Instant lastSeenAt, String device,
    String address) {
  /** Being seen is written down at most this often, so that most requests only read. */
  public static final Duration SEEN_PRECISION = Duration.ofMinutes(1);

  public Session showing(Proofs more) {
    return new Session(id, userId, more, createdAt, lastSeenAt, device, address);
  }

  /** When it ends if no further request comes. */
  public Instant expiresAt(SessionLimits limits) {
    Instant idleEnd = lastSeenAt.plus(limits.idle());
    Instant absoluteEnd = createdAt.plus(limits.absolute());
    return idleEnd.isBefore(absoluteEnd) ? idleEnd : absoluteEnd;
  }

  /** Whether enough time has passed to write down that it was seen. */
  public boolean seenLongAgo(Instant now) {
    return !now.isBefore(lastSeenAt.plus(SEEN_PRECISION));
  }
}
