package dev.latchkey.domain.policy;

import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.organization.MembershipId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * An owner whom enforced single sign-on does not lock out, and what this owner could get in with if the identity provider
 * failed.
 *
 * @param active whether the membership opens the organization at present
 * @param authenticator whether the account has an authenticator app, which is asked for after the password
 */
public record BreakGlassOwner(MembershipId id, UserId userId, boolean active, boolean password,
    boolean authenticator) {
  /** A way around the rule is for emergencies: enough people that one is at hand, few enough to be watched. */
  public static final int MOST = 3;

  /** What keeps an owner from getting in without the identity provider. */
  public enum Lack {
    DEACTIVATED, PASSWORD,
    /** A password alone must not be a way around the rule: whoever stole it would only have to add an app of their own. */
    SECOND_FACTOR
  }

  /** Everything that is missing. */
  public List<Lack> lacks() {
    return Stream.of(active ? null : Lack.DEACTIVATED, password ? null : Lack.PASSWORD,
        authenticator ? null : Lack.SECOND_FACTOR).filter(Objects::nonNull).toList();
  }

  /** Whether this owner gets in without the identity provider. */
  public boolean isReady() {
    return lacks().isEmpty();
  }

  /** Whether nobody gets in without the identity provider any more once this person can't. */
  public static boolean dependOn(UserId person, List<BreakGlassOwner> owners) {
    List<UserId> ready = owners.stream().filter(BreakGlassOwner::isReady).map(BreakGlassOwner::userId).toList();
    return ready.equals(List.of(person));
  }
}
