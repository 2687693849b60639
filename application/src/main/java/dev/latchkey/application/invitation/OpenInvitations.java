package dev.latchkey.application.invitation;

import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.member.Removals;
import dev.latchkey.application.organization.Memberships;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.invitation.Acceptance;
import dev.latchkey.domain.invitation.Invitation;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.organization.MembershipId;
import dev.latchkey.domain.organization.MembershipSource;
import dev.latchkey.domain.organization.OrganizationId;
import java.time.Instant;
import java.util.Optional;

/** Invitations of people who have proven in another way than by the link that they are meant. Inside a unit of work. */
public final class OpenInvitations {
  private final Invitations invitations;
  private final Memberships memberships;
  private final Removals removals;
  private final AuditTrail audit;

  public OpenInvitations(Invitations invitations, Memberships memberships, Removals removals, AuditTrail audit) {
    this.invitations = invitations;
    this.memberships = memberships;
    this.removals = removals;
    this.audit = audit;
  }

  /** The one for an address, if its link could still be accepted. */
  public Optional<Invitation> of(OrganizationId organization, EmailAddress email, Instant now) {
    return invitations.findByEmail(organization, email).filter(invitation -> !invitation.isExpiredAt(now))
        .filter(invitation -> Acceptance.obstacle(invitation, invitation.secret(),
            memberships.find(organization, invitation.invitedBy()), Optional.empty()).isEmpty());
  }

  /** Makes an account the member that it was asked to become; with the invitation its links are over. */
  public void accept(Invitation invitation, MembershipId id, User account, Origin origin, Instant now) {
    OrganizationId organization = invitation.organizationId();
    invitations.remove(invitation);
    memberships.add(Membership.joined(id, organization, account.id(), invitation.role(), MembershipSource.INVITATION,
        now));
    removals.forget(organization, account.id());
    audit.append(AuditTrail.Entry.success(AuditAction.INVITATION_ACCEPTED, origin).by(account.id()).in(organization)
        .with(invitation.description()));
  }
}
