package dev.latchkey.domain.invitation;

import dev.latchkey.domain.onetime.SecretId;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.policy.Reason;
import java.util.Optional;

/** Decides whether an invitation can be accepted. Pure. */
public final class Acceptance {
  private Acceptance() {}

  /** What stands in the way of a link that has proven to be one that was mailed once. */
  public static Reason linkInvalid(String reason) {
    return Reason.failed("link-valid", reason);
  }

  /** The invitation that a link was mailed for is gone: it was revoked, or accepted by another link. */
  public static Reason gone() {
    return Reason.failed("invitation-there", "It was revoked or accepted.");
  }

  /**
   * The first rule that stands in the way; empty if nothing does.
   *
   * @param link the one that was opened
   * @param inviter the membership that whoever sent the invitation has now
   * @param invited the membership that the address's account has already
   */
  public static Optional<Reason> obstacle(Invitation invitation, SecretId link, Optional<Membership> inviter,
      Optional<Membership> invited) {
    if (!invitation.secret().equals(link)) {
      return Optional.of(Reason.failed("link-newest", "The invitation was sent again since."));
    }
    if (inviter.filter(member -> mayGrant(member, invitation)).isEmpty()) {
      return Optional.of(Reason.failed("inviter-may-grant",
          "Whoever sent it " + inviter.map(Acceptance::now).orElse("has left") + ", and may not make somebody "
              + invitation.role() + "."));
    }
    return invited.map(member -> Reason.failed("not-a-member-yet", "There is a membership: " + member.status() + "."));
  }

  private static boolean mayGrant(Membership inviter, Invitation invitation) {
    return inviter.isActive() && invitation.permission().isGrantedTo(inviter.role());
  }

  private static String now(Membership inviter) {
    return "is " + inviter.status() + " as " + inviter.role();
  }
}
