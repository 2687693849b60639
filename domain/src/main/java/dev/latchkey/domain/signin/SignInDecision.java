package dev.latchkey.domain.signin;

import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.organization.Slug;
import dev.latchkey.domain.policy.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What came of a sign-in, rule by rule. The person only learns that it failed; the chain is for the audit.
 *
 * @param user whose account it was about, if the address is known
 * @param ssoOrganization whose identity provider is demanded, with {@link Verdict#SSO_REQUIRED}
 */
public record SignInDecision(Verdict verdict, Optional<UserId> user, Optional<Slug> ssoOrganization,
    List<Reason> chain) {
  /** The decision in one word. */
  public enum Verdict {
    SIGNED_IN, REFUSED, SSO_REQUIRED, TOO_MANY_TRIES
  }

  public SignInDecision {
    chain = List.copyOf(chain);
  }

  /** Collects the rules of one decision in the order in which they were looked at. */
  public static final class Chain {
    private final List<Reason> reasons = new ArrayList<>();

    /** @return whether the rule held, so that it can stand in a condition */
    public boolean rule(String name, boolean holds, String detail) {
      reasons.add(holds ? Reason.passed(name, detail) : Reason.failed(name, detail));
      return holds;
    }

    public SignInDecision decide(Verdict verdict, Optional<UserId> user) {
      return new SignInDecision(verdict, user, Optional.empty(), reasons);
    }

    public SignInDecision demandSso(Slug organization, UserId user) {
      return new SignInDecision(Verdict.SSO_REQUIRED, Optional.of(user), Optional.of(organization), reasons);
    }
  }
}
