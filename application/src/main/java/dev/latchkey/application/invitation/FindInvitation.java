package dev.latchkey.application.invitation;

import dev.latchkey.application.organization.Entrance;
import dev.latchkey.domain.invitation.Invitation;
import dev.latchkey.domain.invitation.InvitationId;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.policy.Actor;
import dev.latchkey.domain.policy.Admission;
import dev.latchkey.domain.policy.Denial;
import dev.latchkey.domain.policy.Permission;
import dev.latchkey.domain.session.SignedIn;

/** Shows one invitation to whoever may take it back, before they do. */
public final class FindInvitation {
  private final Invitations invitations;
  private final Entrance entrance;

  public FindInvitation(Invitations invitations, Entrance entrance) {
    this.invitations = invitations;
    this.entrance = entrance;
  }

  public Outcome find(Actor actor, OrganizationId organization, InvitationId id) {
    return switch (entrance.admit(actor, organization, Permission.MANAGE_MEMBERS)) {
      case Admission.Admitted admitted -> invitations.find(organization, id)
          .map(invitation -> find(actor, invitation)).orElseGet(Outcome.NotFound::new);
      case Admission.Denied denied -> new Outcome.Denied(denied.denial());
    };
  }

  private Outcome find(Actor actor, Invitation invitation) {
    return switch (entrance.admit(actor, invitation.organizationId(), invitation.permission())) {
      case Admission.Admitted admitted -> new Outcome.Found(admitted.place(), invitation);
      case Admission.Denied denied -> new Outcome.Denied(denied.denial());
    };
  }

  /** What came of it. */
  public sealed interface Outcome {
    record Found(SignedIn.Place place, Invitation invitation) implements Outcome {}

    record NotFound() implements Outcome {}

    record Denied(Denial denial) implements Outcome {}
  }
}
