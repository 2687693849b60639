package dev.latchkey.domain.housekeeping;

import java.time.Instant;

/** What nobody needs any more: everything of one kind that was over before a moment. */
public record Outdated(Kind kind, Instant before) {
  /** What is not kept for good, and what counts as its end. */
  public enum Kind {
    /** Its expiry, used or not. The newest of all stays: expiry is judged by its time. */
    ONE_TIME_SECRET,
    /** When nothing of the count is left. */
    GUESS_COUNT,
    /** When it was written, if it was sent or has expired since; one that waits stays. */
    MAIL,
    /** Its expiry. */
    TRIAL_MAIL,
    /** When it was last seen. */
    IDLE_SESSION,
    /** When it was opened. */
    OLD_SESSION,
    /** When somebody last signed in there. */
    KNOWN_BROWSER,
    /** Its expiry; until then it can be accepted. */
    INVITATION,
    /** Its expiry; one that was proven stays. */
    DOMAIN_CLAIM,
    /** When it happened. */
    AUDIT_EVENT
  }
}
