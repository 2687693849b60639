package dev.latchkey.application.invitation;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.organization.Entrance;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.invitation.Invitation;
import dev.latchkey.domain.invitation.InvitationId;
import dev.latchkey.domain.organization.MembershipStatus;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.policy.Actor;
import dev.latchkey.domain.policy.Admission;
import dev.latchkey.domain.policy.Denial;
import dev.latchkey.domain.policy.Permission;
import java.util.Locale;

/**
 * Sends an invitation again, with its full life and the sender answering for it from now on. Links from mails before
 * are worth nothing any more.
 */
public final class ResendInvitation {
  private final Invitations invitations;
  private final InvitationMail mail;
  private final Entrance entrance;
  private final AuditTrail audit;
  private final UnitOfWork unitOfWork;

  public ResendInvitation(Invitations invitations, InvitationMail mail, Entrance entrance, AuditTrail audit,
      UnitOfWork unitOfWork) {
    this.invitations = invitations;
    this.mail = mail;
    this.entrance = entrance;
    this.audit = audit;
    this.unitOfWork = unitOfWork;
  }

  public Outcome resend(Command command) {
    return unitOfWork.run(() -> switch (admit(command, Permission.MANAGE_MEMBERS)) {
      case Admission.Admitted admitted -> invitations.find(command.organization(), command.invitation())
          .map(invitation -> resend(command, invitation)).orElseGet(Outcome.NotFound::new);
      case Admission.Denied denied -> new Outcome.Denied(denied.denial());
    });
  }

  private Outcome resend(Command command, Invitation invitation) {
    return switch (admit(command, invitation.permission())) {
      case Admission.Admitted admitted -> mail.obstacle(command.organization(), invitation.email())
          .<Outcome>map(obstacle -> switch (obstacle) {
            case InvitationMail.Obstacle.AlreadyMember member ->
              new Outcome.AlreadyMember(member.membership().status());
            case InvitationMail.Obstacle.TooManyMails tooMany -> new Outcome.TooManyMails();
          }).orElseGet(() -> send(command, invitation, admitted.place().organization()));
      case Admission.Denied denied -> new Outcome.Denied(denied.denial());
    };
  }

  private Outcome send(Command command, Invitation invitation, Organization organization) {
    UserId sender = command.actor().userId();
    SentInvitations.Sent sent = mail.send(organization, invitation.id(), sender, command.locale(),
        link -> invitation.sentAgain(sender, link));
    invitations.save(sent.invitation());
    audit.append(AuditTrail.Entry.success(AuditAction.INVITATION_RESENT, command.origin()).by(sender)
        .in(organization.id()).with(invitation.description()));
    return new Outcome.Resent(sent);
  }

  private Admission admit(Command command, Permission permission) {
    return entrance.admit(command.actor(), command.organization(), permission);
  }

  /**
   * Which invitation is to be sent again.
   *
   * @param locale of the mail, unless the address has an account with a language of its own
   */
  public record Command(Actor actor, OrganizationId organization, InvitationId invitation, Locale locale,
      Origin origin) {}

  /** What came of it. */
  public sealed interface Outcome {
    record Resent(SentInvitations.Sent sent) implements Outcome {}

    record NotFound() implements Outcome {}

    /** The person has come in by another way. */
    record AlreadyMember(MembershipStatus status) implements Outcome {}

    record TooManyMails() implements Outcome {}

    record Denied(Denial denial) implements Outcome {}
  }
}
