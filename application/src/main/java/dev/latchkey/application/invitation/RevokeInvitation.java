package dev.latchkey.application.invitation;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.organization.Entrance;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.invitation.Invitation;
import dev.latchkey.domain.invitation.InvitationId;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.policy.Actor;
import dev.latchkey.domain.policy.Admission;
import dev.latchkey.domain.policy.Denial;
import dev.latchkey.domain.policy.Permission;

/** Takes an invitation back: its link leads nowhere from that moment on. */
public final class RevokeInvitation {
  private final Invitations invitations;
  private final Entrance entrance;
  private final AuditTrail audit;
  private final UnitOfWork unitOfWork;

  public RevokeInvitation(Invitations invitations, Entrance entrance, AuditTrail audit, UnitOfWork unitOfWork) {
    this.invitations = invitations;
    this.entrance = entrance;
    this.audit = audit;
    this.unitOfWork = unitOfWork;
  }

  public Outcome revoke(Command command) {
    return unitOfWork.run(() -> switch (admit(command, Permission.MANAGE_MEMBERS)) {
      case Admission.Admitted admitted -> invitations.find(command.organization(), command.invitation())
          .map(invitation -> revoke(command, invitation)).orElseGet(Outcome.NotFound::new);
      case Admission.Denied denied -> new Outcome.Denied(denied.denial());
    });
  }

  private Outcome revoke(Command command, Invitation invitation) {
    if (admit(command, invitation.permission()) instanceof Admission.Denied denied) {
      return new Outcome.Denied(denied.denial());
    }
    invitations.remove(invitation);
    audit.append(AuditTrail.Entry.success(AuditAction.INVITATION_REVOKED, command.origin())
        .by(command.actor().userId()).in(command.organization())
        .with(invitation.description()));
    return new Outcome.Revoked();
  }

  private Admission admit(Command command, Permission permission) {
    return entrance.admit(command.actor(), command.organization(), permission);
  }

  /** Which invitation is to be taken back. */
  public record Command(Actor actor, OrganizationId organization, InvitationId invitation, Origin origin) {}

  /** What came of it. */
  public sealed interface Outcome {
    record Revoked() implements Outcome {}

    record NotFound() implements Outcome {}

    record Denied(Denial denial) implements Outcome {}
  }
}
