package dev.latchkey.domain.policy;

import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.domainclaim.DomainName;
import dev.latchkey.domain.organization.AuthenticationRequirement;
import dev.latchkey.domain.organization.Membership;
import java.util.List;
import java.util.Optional;

/**
 * An active owner of an organization, and what leads this person in.
 *
 * @param credential whether the account has anything by which the person could prove who they are, and has somebody to
 *        whom it belongs: one that only an identity provider has named gives way to whoever proves the address
 * @param linked whether the organization's identity provider, as it is now, knows the person
 * @param ownDomain the domain of the address, if the organization has verified it and may rely on it: then the first
 *        sign-in at the provider links the account
 * @param breaksGlass whether this is a break-glass owner with all that it takes
 */
public record OwnerAccess(UserId userId, boolean credential, boolean linked, Optional<DomainName> ownDomain,
    boolean breaksGlass) {

  /** Whether an organization that demands this can be owned by this person: somebody who can't get in owns nothing. */
  public boolean getsIn(AuthenticationRequirement requirement) {
    return credential && (!requirement.demandsSso() || linked || ownDomain.isPresent() || breaksGlass);
  }

  /** The same owner after a change of the membership, which keeps them an active owner. */
  public OwnerAccess as(Membership changed) {
    return new OwnerAccess(userId, credential, linked, ownDomain, breaksGlass && changed.breakGlass());
  }

  /** The same owner, whom the identity provider does not know any more. */
  public OwnerAccess unlinked() {
    return new OwnerAccess(userId, credential, false, ownDomain, breaksGlass);
  }

  /** The same owner under another address, with its domain on the same condition. */
  public OwnerAccess movedTo(Optional<DomainName> domain) {
    return new OwnerAccess(userId, credential, linked, domain, breaksGlass);
  }

  /** The same owner once the organization does not have this domain any more. */
  public OwnerAccess without(DomainName domain) {
    return movedTo(ownDomain.filter(it -> !it.equals(domain)));
  }

  /**
   * Whether a change takes the last owner away: nobody is left who has anything to sign in with, or, as long as single
   * sign-on is demanded, nobody of those who get in by that.
   */
  public static boolean isLost(List<OwnerAccess> before, List<OwnerAccess> after,
      AuthenticationRequirement requirement) {
    return after.stream().noneMatch(OwnerAccess::credential) || isShutOut(before, after, requirement);
  }

  /** Whether a change shuts the last owner out who got in before it. */
  public static boolean isShutOut(List<OwnerAccess> before, List<OwnerAccess> after,
      AuthenticationRequirement requirement) {
    return before.stream().anyMatch(it -> it.getsIn(requirement))
        && after.stream().noneMatch(it -> it.getsIn(requirement));
  }
}
