package dev.latchkey.domain.session;

/**
 * The deployment's session limits.
 *
 * @param withMfa limits for people of an organization that demands a second factor
 */
public record SessionRules(SessionLimits plain, SessionLimits withMfa) {

  /** The limits for a person: plain, or the strictest of both as soon as one organization demands MFA. */
  public SessionLimits forPerson(boolean mfaDemanded) {
    return mfaDemanded ? plain.strictest(withMfa) : plain;
  }
}
