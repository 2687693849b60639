package dev.latchkey.application.invitation;

import dev.latchkey.application.account.AccountOpening;
import dev.latchkey.application.account.Users;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.member.Removals;
import dev.latchkey.application.onetime.LinkTokens;
import dev.latchkey.application.onetime.OneTimeSecrets.Taken;
import dev.latchkey.application.organization.Memberships;
import dev.latchkey.application.organization.Organizations;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.invitation.Acceptance;
import dev.latchkey.domain.invitation.Invitation;
import dev.latchkey.domain.invitation.InvitationId;
import dev.latchkey.domain.onetime.LinkToken;
import dev.latchkey.domain.onetime.Purpose;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.organization.MembershipId;
import dev.latchkey.domain.organization.MembershipSource;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.policy.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the link of an invitation leads to, and coming in by it. All of it inside the running unit of work. */
public final class InvitationLinks {
  private final LinkTokens links;
  private final Invitations invitations;
  private final Organizations organizations;
  private final Memberships memberships;
  private final Removals removals;
  private final Users users;
  private final AccountOpening accounts;
  private final AuditTrail audit;

  public InvitationLinks(LinkTokens links, Invitations invitations, Organizations organizations,
      Memberships memberships, Removals removals, Users users, AccountOpening accounts, AuditTrail audit) {
    this.links = links;
    this.invitations = invitations;
    this.organizations = organizations;
    this.memberships = memberships;
    this.removals = removals;
    this.users = users;
    this.accounts = accounts;
    this.audit = audit;
  }

  /** Looks where a link leads without using it up; one whose secret is wrong costs a try all the same. */
  public Link open(LinkToken token) {
    return switch (links.check(Purpose.INVITATION, token)) {
      case Taken.Granted granted -> open(token, granted.facts());
      case Taken.Refused refused -> Link.Dead.unproven(Acceptance.linkInvalid(refused.reason()));
    };
  }

  private Link open(LinkToken token, Map<String, String> facts) {
    OrganizationId organization = new OrganizationId(facts.getOrDefault(InvitationMail.ORGANIZATION, ""));
    InvitationId id = new InvitationId(facts.getOrDefault(InvitationMail.INVITATION, ""));
    return invitations.find(organization, id).map(invitation -> judge(token, invitation))
        .orElseGet(() -> new Link.Dead(Acceptance.gone(), Optional.of(organization), Map.of()));
  }

  private Link judge(LinkToken token, Invitation invitation) {
    OrganizationId organization = invitation.organizationId();
    Optional<User> account = users.findByEmail(invitation.email());
    return Acceptance
        .obstacle(invitation, token.id(), memberships.find(organization, invitation.invitedBy()),
            account.flatMap(user -> memberships.find(organization, user.id())))
        .<Link>map(reason -> new Link.Dead(reason, Optional.of(organization), invitation.description()))
        .orElseGet(() -> new Link.Good(token, invitation, organizations.find(organization).orElseThrow(),
            users.find(invitation.invitedBy()).orElseThrow(), accounts.inUse(invitation.email())));
  }

  /** Uses a link up, and the invitation with it. @return whether that was still possible; if not, it is written down */
  public boolean take(Link.Good link, Origin origin) {
    if (links.redeem(Purpose.INVITATION, link.token()) instanceof Taken.Refused refused) {
      refuse(new Link.Dead(Acceptance.linkInvalid(refused.reason()), Optional.of(link.organization().id()),
          link.invitation().description()), origin);
      return false;
    }
    invitations.remove(link.invitation());
    return true;
  }

  /** Makes an account the member that it was asked to become, once the link was taken; a removal before is lifted. */
  public void join(Link.Good link, MembershipId id, User account, Origin origin, Instant now) {
    Invitation invitation = link.invitation();
    memberships.add(Membership.joined(id, invitation.organizationId(), account.id(), invitation.role(),
        MembershipSource.INVITATION, now));
    removals.forget(invitation.organizationId(), account.id());
    audit.append(AuditTrail.Entry.success(AuditAction.INVITATION_ACCEPTED, origin).by(account.id())
        .in(invitation.organizationId())
        .with(invitation.description()));
  }

  /** Writes down why a link was refused, for the admins of its organization if it has proven to be one of theirs. */
  public void refuse(Link.Dead link, Origin origin) {
    AuditTrail.Entry refusal = AuditTrail.Entry.refused(AuditAction.INVITATION_ACCEPTED, origin)
        .because(List.of(link.reason())).with(link.description());
    audit.append(link.organization().map(refusal::in).orElse(refusal));
  }

  /** Where a link leads. */
  public sealed interface Link {
    /**
     * To an invitation that can be accepted.
     *
     * @param inviter who answers for it
     * @param account the address's account, if it has one that anybody uses
     */
    record Good(LinkToken token, Invitation invitation, Organization organization, User inviter,
        Optional<User> account) implements Link {}

    /**
     * Nowhere. To the reader all reasons are one.
     *
     * @param organization whose invitation it was, as far as that is proven
     * @param description of the invitation, as long as it is there
     */
    record Dead(Reason reason, Optional<OrganizationId> organization, Map<String, String> description)
        implements
          Link {
      static Dead unproven(Reason reason) {
        return new Dead(reason, Optional.empty(), Map.of());
      }
    }
  }
}
