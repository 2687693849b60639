package dev.latchkey.domain.policy;

import java.util.List;

/** Whether a session may enter an organization, what is missing if not, and the rules that said so, in order. */
public record AccessDecision(Verdict verdict, List<Reason> chain) {
  /** The decision in one word; all but {@link #ALLOWED} refuse. */
  public enum Verdict {
    ALLOWED,
    /** The person has a second factor and has not shown it. */
    MFA_REQUIRED,
    /** The organization demands a second factor and the person has none. */
    MFA_ENROLMENT_REQUIRED,
    /** All that was shown is the word of other organizations' identity providers. */
    OWN_PROOF_REQUIRED,
    /** The organization demands its own identity provider. */
    SSO_REQUIRED,
    /** Not an active member: to this person the organization doesn't exist. */
    NOT_A_MEMBER
  }

  public AccessDecision {
    chain = List.copyOf(chain);
  }

  public boolean isAllowed() {
    return verdict == Verdict.ALLOWED;
  }

  /** Whether it opens by the exception that is kept for the day on which the identity provider fails. */
  public boolean breaksGlass() {
    return isAllowed() && chain.stream().anyMatch(it -> it.rule().equals(AccessPolicy.BREAK_GLASS));
  }
}
