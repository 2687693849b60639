package dev.latchkey.domain.policy;

import dev.latchkey.domain.organization.AuthenticationRequirement;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.policy.AccessDecision.Verdict;
import dev.latchkey.domain.session.Proof;
import dev.latchkey.domain.session.Proofs;
import dev.latchkey.domain.session.SignedIn;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides from proofs and membership whether a session may act in an organization. Pure: the same facts always give
 * the same decision, and the chain says which rule decided.
 */
public final class AccessPolicy {
  static final String BREAK_GLASS = "break-glass";

  private AccessPolicy() {}

  /** Judges one of the person's own organizations. */
  public static AccessDecision decide(SignedIn signedIn, SignedIn.Place place) {
    return decide(place.organization(), place.membership(), signedIn.session().proofs(),
        signedIn.person().mfaEnrolled());
  }

  /**
   * The rules in their order: membership, the second factor that the person has enrolled, single sign-on (with the
   * break-glass exception), something shown that counts here at all, the second factor that the organization demands. The
   * first that fails decides.
   */
  public static AccessDecision decide(Organization organization, Membership membership, Proofs proofs,
      boolean mfaEnrolled) {
    AuthenticationRequirement requirement = organization.requirement();
    List<Reason> chain = new ArrayList<>();
    if (!membership.isActive()) {
      chain.add(Reason.failed("membership-active", "The membership is " + membership.status() + "."));
      return new AccessDecision(Verdict.NOT_A_MEMBER, chain);
    }
    chain.add(Reason.passed("membership-active", "Role " + membership.role() + "."));

    if (mfaEnrolled && !proofs.hasSecondFactor()) {
      chain.add(Reason.failed("enrolled-factor-shown", "The person has a second factor and has not shown it yet."));
      return new AccessDecision(Verdict.MFA_REQUIRED, chain);
    }
    if (requirement.demandsSso() && !ssoSatisfied(organization, membership, proofs, chain)) {
      return new AccessDecision(Verdict.SSO_REQUIRED, chain);
    }
    if (!countsHere(organization, proofs)) {
      chain.add(Reason.failed("proof-counts-here", "Only identity providers of other organizations vouched so far."));
      return new AccessDecision(Verdict.OWN_PROOF_REQUIRED, chain);
    }
    if (requirement.demandsMfa() && !proofs.hasSecondFactor()) {
      chain.add(Reason.failed("organization-demands-mfa", "No second factor is enrolled."));
      return new AccessDecision(Verdict.MFA_ENROLMENT_REQUIRED, chain);
    }
    chain.add(requirement.demandsMfa()
        ? Reason.passed("organization-demands-mfa", "A second factor was shown.")
        : Reason.skipped("organization-demands-mfa", "The organization does not demand one."));
    return new AccessDecision(Verdict.ALLOWED, chain);
  }

  private static boolean countsHere(Organization organization, Proofs proofs) {
    return !proofs.has(Proof.Sso.class) || proofs.countingIn(organization).hasFirstFactor();
  }

  private static boolean ssoSatisfied(Organization organization, Membership membership, Proofs proofs,
      List<Reason> chain) {
    if (proofs.hasSsoOf(organization.id(), organization.ssoVersion())) {
      chain.add(Reason.passed("organization-demands-sso", "Signed in at the organization's identity provider."));
      return true;
    }
    if (membership.breakGlass() && proofs.has(Proof.Password.class) && proofs.hasSecondFactor()) {
      chain.add(Reason.passed(BREAK_GLASS, "A break-glass owner signed in with password and second factor."));
      return true;
    }
    chain.add(Reason.failed("organization-demands-sso", "No sign-in at the organization's identity provider yet."));
    return false;
  }
}
