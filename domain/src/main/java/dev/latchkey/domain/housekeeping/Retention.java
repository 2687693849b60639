package dev.latchkey.domain.housekeeping;

import dev.latchkey.domain.housekeeping.Outdated.Kind;
import dev.latchkey.domain.mail.RecipientLimit;
import dev.latchkey.domain.session.SessionLimits;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;

/** How long what is kept. Pure. */
public final class Retention {
  /** Facts stay readable for a year; PostgreSQL itself refuses to remove younger ones. */
  public static final Period AUDIT = Period.ofMonths(12);
  /** Somebody who comes back after that is a stranger in their own browser; all that costs is some patience. */
  private static final Duration BROWSER = Duration.ofDays(365);
  /** So that the audit tells a code that came too late from one that never was. */
  private static final Duration ENDED_SECRET = Duration.ofDays(1);

  /** So that admins see who has not come, and can send it again. */
  private static final Duration EXPIRED_INVITATION = Duration.ofDays(30);

  /** So that owners see what became of it, and can begin anew. */
  private static final Duration EXPIRED_CLAIM = Duration.ofDays(30);

  private Retention() {}

  /**
   * @param limits the most that a session may have; those of people with stricter ones end by themselves when they are
   *     used, and go with the rest
   */
  public static List<Outdated> at(Instant now, SessionLimits limits) {
    return List.of(
        new Outdated(Kind.ONE_TIME_SECRET, now.minus(ENDED_SECRET)),
        new Outdated(Kind.GUESS_COUNT, now),
        new Outdated(Kind.MAIL, now.minus(RecipientLimit.PERIOD)),
        new Outdated(Kind.TRIAL_MAIL, now),
        new Outdated(Kind.IDLE_SESSION, now.minus(limits.idle())),
        new Outdated(Kind.OLD_SESSION, now.minus(limits.absolute())),
        new Outdated(Kind.KNOWN_BROWSER, now.minus(BROWSER)),
        new Outdated(Kind.INVITATION, now.minus(EXPIRED_INVITATION)),
        new Outdated(Kind.DOMAIN_CLAIM, now.minus(EXPIRED_CLAIM)),
        new Outdated(Kind.AUDIT_EVENT, now.atOffset(ZoneOffset.UTC).minus(AUDIT).toInstant()));
  }
}
