package dev.latchkey.domain.policy;

import dev.latchkey.domain.organization.AuthenticationRequirement;
import dev.latchkey.domain.organization.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A change of what an organization demands of its members: whether it may be made, and whom it keeps out. */
public record RequirementChange(AuthenticationRequirement before, AuthenticationRequirement after) {

  /** What speaks against demanding single sign-on. */
  public enum Obstacle {
    /** Nothing says yet that the people of a domain are the organization's. */
    DOMAIN_NOT_VERIFIED,
    /** No owner has signed in lately through the connection as it is now. */
    SSO_NOT_PROVEN,
    /** If the identity provider fails, nobody gets in to change it back. */
    NO_BREAK_GLASS
  }

  /** What a member lacks to get in after the change. */
  public enum Loss {
    NO_SECOND_FACTOR, NO_SINGLE_SIGN_ON,
    /** Nothing, if the identity provider knows the person by the address that they sign in with here. */
    NOT_LINKED_YET
  }

  public boolean isNone() {
    return before.equals(after);
  }

  /** Whether it takes anything to be ready: demanding less never does, so nothing broken holds that up. */
  public boolean raisesToSso() {
    return after.demandsSso() && !before.demandsSso();
  }

  /**
   * Everything that speaks against the change, not only the first thing.
   *
   * @param acceptLockoutRisk whether the owner goes on without a way in for emergencies
   */
  public List<Obstacle> obstacles(SsoReadiness readiness, boolean acceptLockoutRisk) {
    List<Obstacle> obstacles = new ArrayList<>();
    if (raisesToSso()) {
      if (!readiness.domainVerified()) {
        obstacles.add(Obstacle.DOMAIN_NOT_VERIFIED);
      }
      if (!readiness.ssoProven()) {
        obstacles.add(Obstacle.SSO_NOT_PROVEN);
      }
      if (!readiness.breakGlassReady() && !acceptLockoutRisk) {
        obstacles.add(Obstacle.NO_BREAK_GLASS);
      }
    }
    return obstacles;
  }

  /**
   * What a member lacks who gets in now and would not after the change.
   *
   * @param standing of the member at the organization's identity provider
   * @param breaksGlass whether enforced single sign-on leaves this member a way in
   */
  public Optional<Loss> lossOf(Member member, SsoStanding standing, boolean breaksGlass) {
    return lack(before, member, standing, breaksGlass).isPresent()
        ? Optional.empty()
        : lack(after, member, standing, breaksGlass);
  }

  private static Optional<Loss> lack(AuthenticationRequirement requirement, Member member, SsoStanding standing,
      boolean breaksGlass) {
    if (requirement.demandsSso() && !breaksGlass && standing != SsoStanding.LINKED) {
      return Optional.of(standing == SsoStanding.NONE ? Loss.NO_SINGLE_SIGN_ON : Loss.NOT_LINKED_YET);
    }
    return requirement.demandsMfa() && !member.mfaEnrolled() ? Optional.of(Loss.NO_SECOND_FACTOR) : Optional.empty();
  }
}
