package dev.latchkey.application.organization;

import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.policy.Actor;
import dev.latchkey.domain.policy.Admission;
import dev.latchkey.domain.policy.Permission;
import java.time.InstantSource;

/**
 * The one door to everything that belongs to an organization. It goes by what is stored now: role, status or policy may
 * have changed since the session was read.
 */
public final class Entrance {
  private final Memberships memberships;
  private final InstantSource clock;

  public Entrance(Memberships memberships, InstantSource clock) {
    this.memberships = memberships;
    this.clock = clock;
  }

  /** Costs one statement; before a change, call it inside the unit of work that makes the change. */
  public Admission admit(Actor actor, OrganizationId organization, Permission permission) {
    return Admission.decide(actor, memberships.place(organization, actor.userId()), permission, clock.instant());
  }
}
