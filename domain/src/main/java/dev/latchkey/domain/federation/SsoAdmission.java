package dev.latchkey.domain.federation;

import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.invitation.Invitation;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.organization.MembershipId;
import dev.latchkey.domain.organization.MembershipSource;
import dev.latchkey.domain.organization.MembershipStatus;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.policy.KeptSession;
import dev.latchkey.domain.policy.Reason;
import dev.latchkey.domain.sso.RoundTrip;
import dev.latchkey.domain.sso.SsoFault;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether somebody comes in through an organization's identity provider, as whom, and the rules that said so. */
public record SsoAdmission(Verdict verdict, List<Reason> chain) {
  public SsoAdmission {
    chain = List.copyOf(chain);
  }

  /** Whether the organization learns from it that the address has an account elsewhere. */
  public boolean tellsOfAccount() {
    return verdict instanceof Verdict.Refuse && !chain.isEmpty()
        && chain.getLast().rule().equals(SsoPolicy.OF_OWN_DOMAIN);
  }

  /**
   * The same, unless who is signed in in the browser stays.
   *
   * @param here who that is
   */
  public SsoAdmission through(RoundTrip way, Optional<UserId> here) {
    return KeptSession.against(way, here, verdict.person()).filter(reason -> !(verdict instanceof Verdict.Refuse))
        .map(reason -> new SsoAdmission(new Verdict.Refuse(SsoFault.SIGNED_IN_AS_ANOTHER, verdict.person()),
            Stream.concat(chain.stream(), Stream.of(reason)).toList()))
        .orElse(this);
  }

  /** What is to be done. */
  public sealed interface Verdict {
    /** Somebody who is linked and a member. */
    record Enter(User user) implements Verdict {}

    /**
     * Somebody with an account.
     *
     * @param link whether the identity is to be bound to it
     * @param joining how they become a member, if they are none
     */
    record Admit(User user, boolean link, Optional<Joining> joining) implements Verdict {}

    /** Somebody new: an account into which only the identity provider leads. */
    record Create(EmailAddress email, Joining joining) implements Verdict {}

    /** @param user whom it is about, if the organization knows them */
    record Refuse(SsoFault fault, Optional<UserId> user) implements Verdict {}

    /** Whom it is about; empty for somebody new. */
    default Optional<UserId> person() {
      return switch (this) {
        case Enter enter -> Optional.of(enter.user().id());
        case Admit admit -> Optional.of(admit.user().id());
        case Create create -> Optional.empty();
        case Refuse refuse -> refuse.user();
      };
    }
  }

  /**
   * How somebody becomes a member.
   *
   * @param status pending if an admin has to approve first
   * @param invitation the one that is used up by it
   */
  public record Joining(Role role, MembershipStatus status, MembershipSource source, Optional<Invitation> invitation) {
    public boolean isPending() {
      return status == MembershipStatus.PENDING;
    }

    public Membership membership(MembershipId id, OrganizationId organization, UserId user, Instant now) {
      return new Membership(id, organization, user, role, status, source, false, now, 0);
    }
  }
}
