package dev.latchkey.domain.policy;

import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.session.Proofs;
import dev.latchkey.domain.session.SignedIn;
import java.time.Instant;
import java.util.Optional;

/** Whether a session has shown something recently enough for a change that a stolen browser must not make. */
public final class FreshProof {
  private FreshProof() {}

  /**
   * For a change in an organization. A second factor that is enrolled has to have been shown, too, whenever that was; the
   * word of another organization's identity provider counts for nothing.
   */
  public static boolean isGiven(SignedIn signedIn, Organization organization, Instant now) {
    return isGiven(signedIn, signedIn.session().proofs().countingIn(organization), now);
  }

  /**
   * For a change of the whole account, which would open all of the person's organizations. What a provider of the
   * deployment says opens the account, but changes nothing of it: that takes what is the person's own.
   *
   * @param owner the organization that has verified the domain of the person's address, if one has: it could read all
   *        mail there anyway, so its identity provider counts like the person themselves
   */
  public static boolean isGiven(SignedIn signedIn, Optional<Organization> owner, Instant now) {
    Proofs own = signedIn.session().proofs().withoutSocial();
    return isGiven(signedIn, own.counting(sso -> owner.filter(sso::isOf).isPresent()), now);
  }

  private static boolean isGiven(SignedIn signedIn, Proofs counting, Instant now) {
    return MfaState.of(signedIn) != MfaState.REQUIRED && counting.hasFirstFactor() && counting.freshAt(now);
  }
}
