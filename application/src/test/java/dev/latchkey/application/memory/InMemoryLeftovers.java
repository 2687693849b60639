package dev.latchkey.application.memory;

import dev.latchkey.application.housekeeping.Leftovers;
import dev.latchkey.domain.housekeeping.Outdated;
import java.time.Instant;

/** {@link Leftovers} of the other fakes. */
public record InMemoryLeftovers(InMemoryOneTimeSecrets secrets, InMemoryGuessCounts guesses, InMemoryMailOutbox mails,
    InMemoryTrialMailbox trialMails, InMemorySessions sessions, InMemoryKnownBrowsers browsers,
    InMemoryInvitations invitations, InMemoryDomainClaims domains, InMemoryAuditLog auditLog) implements Leftovers {

  @Override
  public int remove(Outdated what, int atMost) {
    Instant before = what.before();
    return switch (what.kind()) {
      case ONE_TIME_SECRET -> secrets.removeOutdated(before, atMost);
      case GUESS_COUNT -> guesses.removeOutdated(before, atMost);
      case MAIL -> mails.removeOutdated(before, atMost);
      case TRIAL_MAIL -> trialMails.removeOutdated(before, atMost);
      case IDLE_SESSION -> sessions.removeSome(session -> session.lastSeenAt().isBefore(before), atMost);
      case OLD_SESSION -> sessions.removeSome(session -> session.createdAt().isBefore(before), atMost);
      case KNOWN_BROWSER -> browsers.removeOutdated(before, atMost);
      case INVITATION -> invitations.removeOutdated(before, atMost);
      case DOMAIN_CLAIM -> domains.removeOutdated(before, atMost);
      case AUDIT_EVENT -> auditLog.removeOutdated(before, atMost);
    };
  }
}
