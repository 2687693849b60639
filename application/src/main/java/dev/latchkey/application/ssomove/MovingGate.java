package dev.latchkey.application.ssomove;

import dev.latchkey.application.member.Owners;
import dev.latchkey.application.organization.Entrance;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.policy.Actor;
import dev.latchkey.domain.policy.Admission;
import dev.latchkey.domain.policy.Permission;

/** How every move to single sign-on begins, inside the running unit of work. */
public final class MovingGate {
  private final Entrance entrance;
  private final Owners owners;

  public MovingGate(Entrance entrance, Owners owners) {
    this.entrance = entrance;
    this.owners = owners;
  }

  /** Lets in whoever manages members, and holds the organization: nobody becomes a break-glass owner meanwhile. */
  Admission admit(Actor actor, OrganizationId organization) {
    owners.hold(organization);
    return entrance.admit(actor, organization, Permission.MANAGE_MEMBERS);
  }
}
