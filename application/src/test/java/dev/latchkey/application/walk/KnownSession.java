package dev.latchkey.application.walk;

import dev.latchkey.application.walk.Model.Shown;
import dev.latchkey.application.walk.Model.Worth;
import dev.latchkey.domain.organization.AuthRequired;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.policy.Permission;
import dev.latchkey.domain.session.BearerToken;
import dev.latchkey.domain.session.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** A session under its present token. */
final class KnownSession {
  final KnownPerson person;
  final SessionId id;
  final Map<Shown, Instant> shown = new EnumMap<>(Shown.class);
  /** Whose identity providers have vouched, each by its number. */
  final Map<KnownOrganization, Integer> vouched = new HashMap<>();
  final Map<KnownOrganization, Instant> vouchedAt = new HashMap<>();
  final Instant since;
  final Tries tries = new Tries();
  BearerToken token;
  Instant seen;
  boolean ended;

  KnownSession(KnownPerson person, SessionId id, BearerToken token, Shown first, Instant now) {
    this.person = person;
    this.id = id;
    this.token = token;
    this.since = now;
    this.seen = now;
    shown.put(first, now);
  }

  /** Looks at it as a request does, which keeps it alive. */
  boolean livesAt(Instant now) {
    boolean strict = person.isAskedForMfa();
    ended |= !now.isBefore(seen.plus(Duration.ofHours(strict ? 1 : 12)))
        || !now.isBefore(since.plus(strict ? Duration.ofHours(24) : Duration.ofDays(7)));
    if (!ended && !now.isBefore(seen.plusSeconds(60))) {
      seen = now;
    }
    return !ended;
  }

  boolean hasSecondFactor() {
    return shown.containsKey(Shown.TOTP) || shown.containsKey(Shown.RECOVERY_CODE);
  }

  boolean owesSecondFactor() {
    return person.isEnrolled() && !hasSecondFactor();
  }

  /** For the account; no organization here has verified the domain of anybody's address. */
  boolean isFresh(Instant now) {
    return !owesSecondFactor() && shown.values().stream().anyMatch(at -> isFresh(at, now));
  }

  private boolean isFreshIn(KnownOrganization organization, Instant now) {
    boolean vouchedFor = vouched.getOrDefault(organization, -1) == organization.provider
        && isFresh(vouchedAt.getOrDefault(organization, Instant.MIN), now);
    return isFresh(now) || (vouchedFor && !owesSecondFactor());
  }

  private static boolean isFresh(Instant at, Instant now) {
    return at.isAfter(now.minus(Duration.ofMinutes(10)));
  }

  Worth in(KnownOrganization organization, Permission wish, Instant now) {
    KnownPlace place = person.places.get(organization);
    if (place == null || !place.isActive()) {
      return Worth.NOT_THERE;
    }
    if (owesSecondFactor()) {
      return Worth.MFA_REQUIRED;
    }
    boolean pastSso = vouched.getOrDefault(organization, -1) == organization.provider
        || (place.breakGlass && shown.containsKey(Shown.PASSWORD) && hasSecondFactor());
    if (organization.authRequired == AuthRequired.SSO && !pastSso) {
      return Worth.SSO_REQUIRED;
    }
    if (organization.demandsMfa() && !hasSecondFactor()) {
      return Worth.MFA_ENROLMENT_REQUIRED;
    }
    return switch (wish) {
      case READ_ORGANIZATION -> Worth.ALLOWED;
      case MANAGE_MEMBERS -> place.role == Role.AGENT ? Worth.FORBIDDEN : Worth.ALLOWED;
      case CHANGE_SETTINGS -> place.role != Role.OWNER ? Worth.FORBIDDEN
          : isFreshIn(organization, now) ? Worth.ALLOWED : Worth.PROOF_TOO_OLD;
      default -> throw new IllegalArgumentException(wish.name());
    };
  }
}
