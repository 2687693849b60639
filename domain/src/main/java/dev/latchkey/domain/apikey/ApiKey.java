package dev.latchkey.domain.apikey;

import dev.latchkey.domain.InvalidValue;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.policy.Permission;
import dev.latchkey.domain.policy.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A program's way into one organization, in the name of the person who made it. Its life cycle: made and shown once,
 * used until it expires, and gone when it is deleted or its creator's membership ends. It never changes.
 *
 * @param lastUsedAt to the minute; absent if it never was
 */
public record ApiKey(ApiKeyId id, OrganizationId organizationId, UserId creator, ApiKeyName name, Set<Scope> scopes,
    AllowedAddresses allowedAddresses, Instant createdAt, Instant expiresAt, Optional<Instant> lastUsedAt) {
  /** How many a person can have in one organization. */
  public static final int MOST_PER_PERSON = 20;
  /** A year, leap years too. */
  public static final Duration LONGEST_LIFE = Duration.ofDays(366);
  /** How long a key lives if nobody says. */
  public static final Duration USUAL_LIFE = Duration.ofDays(90);
  /** Being used is written down at most this often, so that most requests only read. */
  public static final Duration USED_PRECISION = Duration.ofMinutes(1);

  public ApiKey {
    scopes = requireScopes(scopes);
  }

  /** @throws InvalidValue if there is none: such a key could do nothing */
  public static Set<Scope> requireScopes(Collection<Scope> scopes) {
    if (scopes.isEmpty()) {
      throw new InvalidValue("scopes", "REQUIRED", "Please choose what the key may do.");
    }
    return Collections.unmodifiableSet(EnumSet.copyOf(scopes));
  }

  /** Whether a key made now may expire then: in the future, and within {@link #LONGEST_LIFE}. */
  public static boolean mayExpireAt(Instant expiry, Instant now) {
    return expiry.isAfter(now) && !expiry.isAfter(now.plus(LONGEST_LIFE));
  }

  public boolean isExpiredAt(Instant now) {
    return !now.isBefore(expiresAt);
  }

  /** Whether enough time has passed to write down that it was used. */
  public boolean usedLongAgo(Instant now) {
    return lastUsedAt.filter(used -> now.isBefore(used.plus(USED_PRECISION))).isEmpty();
  }

  /** Whether a member in this role sees the key and may take it away: its creator does, and whoever manages keys. */
  public boolean isOpenTo(UserId member, Role role) {
    return creator.equals(member) || Permission.MANAGE_API_KEYS.isGrantedTo(role);
  }
}
