package dev.latchkey.domain.onetime;

import dev.latchkey.domain.session.TokenHash;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Map;

/**
 * A secret that is used once. Its life cycle: open, then for ever one of taken, expired or used up by wrong answers.
 *
 * @param hash of the secret, bound to id and purpose; the secret itself is known only to who received it
 * @param facts what the secret stands for, kept until it is taken
 */
public record OneTimeSecret(SecretId id, Purpose purpose, TokenHash hash, Map<String, String> facts, Instant issuedAt,
    Instant expiresAt, int triesLeft, State state) {
  /** All but {@link #OPEN} are final. */
  public enum State {
    OPEN, TAKEN, EXPIRED, USED_UP
  }

  public OneTimeSecret {
    facts = Map.copyOf(facts);
  }

  public static OneTimeSecret issued(SecretId id, Purpose purpose, String secret, Map<String, String> facts,
      Instant now) {
    return new OneTimeSecret(id, purpose, hash(id, purpose, secret), facts, now, now.plus(purpose.lifetime()),
        purpose.tries(), State.OPEN);
  }

  /** The same challenge with a new secret; the one before is worth nothing from now on. */
  public OneTimeSecret renewed(String secret, Instant now) {
    return issued(id, purpose, secret, facts, now);
  }

  /** The secret after somebody presented an answer: taken by the right one, a try poorer by a wrong one. */
  public OneTimeSecret presented(String answer, Instant now) {
    OneTimeSecret seen = seenAt(now);
    if (seen.state != State.OPEN) {
      return seen;
    }
    byte[] expected = hash.hex().getBytes(StandardCharsets.US_ASCII);
    byte[] actual = hash(id, purpose, answer).hex().getBytes(StandardCharsets.US_ASCII);
    if (MessageDigest.isEqual(expected, actual)) {
      return with(triesLeft, State.TAKEN);
    }
    return with(triesLeft - 1, triesLeft <= 1 ? State.USED_UP : State.OPEN);
  }

  /** The secret after an answer was only looked at: the right one doesn't use it up, a wrong one costs a try. */
  public OneTimeSecret looked(String answer, Instant now) {
    OneTimeSecret after = presented(answer, now);
    return after.state == State.TAKEN ? this : after;
  }

  /** An expiry once seen is permanent, whatever the clock says later. */
  public OneTimeSecret seenAt(Instant now) {
    return state == State.OPEN && !now.isBefore(expiresAt) ? with(triesLeft, State.EXPIRED) : this;
  }

  private OneTimeSecret with(int tries, State newState) {
    return new OneTimeSecret(id, purpose, hash, facts, issuedAt, expiresAt, tries, newState);
  }

  private static TokenHash hash(SecretId id, Purpose purpose, String secret) {
    return TokenHash.of(purpose + " " + id.value() + " " + secret);
  }

  /** Keeps hash and facts out of logs. */
  @Override
  public String toString() {
    return "OneTimeSecret[" + id + ", " + purpose + ", " + state + "]";
  }
}
