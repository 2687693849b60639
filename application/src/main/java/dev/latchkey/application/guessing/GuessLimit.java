package dev.latchkey.application.guessing;

import dev.latchkey.application.session.KnownBrowsers;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.session.SignedIn;
import dev.latchkey.domain.session.TokenHash;
import dev.latchkey.domain.signin.GuessCount;
import dev.latchkey.domain.signin.GuessKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Slows guessing down, the same for every way in. All of it happens inside the running unit of work. */
public final class GuessLimit {
  private final GuessCounts counts;
  private final KnownBrowsers browsers;
  private final InstantSource clock;

  public GuessLimit(GuessCounts counts, KnownBrowsers browsers, InstantSource clock) {
    this.counts = counts;
    this.browsers = browsers;
    this.clock = clock;
  }

  /** A browser in which this person signed in before has a count of its own, which strangers can't use up. */
  public GuessKey keyFor(EmailAddress email, Optional<User> user, TokenHash browser) {
    return user.filter(found -> browsers.isKnown(found.id(), browser)).map(found -> GuessKey.of(email, browser))
        .orElseGet(() -> GuessKey.of(email));
  }

  /** Counts a try before its result is known. @return how long it has to wait, if it may not be made now */
  public Optional<Duration> count(GuessKey key) {
    Instant now = clock.instant();
    GuessCount before = counts.lock(key, now);
    Optional<Duration> wait = before.waitAt(now);
    if (wait.isEmpty()) {
      counts.save(key, before.counted(now));
    }
    return wait;
  }

  /**
   * Counts a try at the password of an account that is made within a session of it. How long it has to wait, depends on such
   * tries alone, as only they are the owner's; yet at sign-in they count as well.
   *
   * @return how long it has to wait, if it may not be made now
   */
  public Optional<Duration> countWithin(SignedIn.Person account) {
    Optional<Duration> wait = count(GuessKey.ofPasswordShownAgain(account.id()));
    if (wait.isEmpty()) {
      tally(GuessKey.of(account.email()));
    }
    return wait;
  }

  /** Counts a try that is limited by its number alone. @return which one it is, beginning with 1 */
  public int tally(GuessKey key) {
    Instant now = clock.instant();
    GuessCount counted = counts.lock(key, now).counted(now);
    counts.save(key, counted);
    return counted.failures();
  }

  /** How long it takes until fewer than this many are counted; empty if there are. It counts nothing. */
  public Optional<Duration> waitUntilBelow(int most, GuessKey key) {
    Instant now = clock.instant();
    return counts.lock(key, now).waitUntilBelow(most, now);
  }

  /** The right answer was given: what was counted is forgotten. */
  public void forgive(GuessKey key) {
    counts.forget(key);
  }
}
