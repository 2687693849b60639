package dev.latchkey.application.member;

import dev.latchkey.application.organization.Entrance;
import dev.latchkey.domain.organization.Member;
import dev.latchkey.domain.organization.MembershipId;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.policy.Actor;
import dev.latchkey.domain.policy.Admission;
import dev.latchkey.domain.policy.Denial;
import dev.latchkey.domain.policy.Permission;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** How every change of a member begins, inside the running unit of work. */
public final class MemberGate {
  private final Entrance entrance;
  private final Members members;
  private final Owners owners;
  private final LastOwner lastOwner;

  public MemberGate(Entrance entrance, Members members, Owners owners, LastOwner lastOwner) {
    this.entrance = entrance;
    this.members = members;
    this.owners = owners;
    this.lastOwner = lastOwner;
  }

  /**
   * Finds the member and holds the organization, in such an order that rights are judged by what the change before has
   * left: of two owners who demote each other, the second is no owner any more.
   *
   * @param needed what the actor has to be allowed, by what the member is now
   */
  Way open(Actor actor, OrganizationId organization, MembershipId id, Function<Member, List<Permission>> needed) {
    owners.hold(organization);
    Optional<Denial> atTheDoor = denial(actor, organization, List.of(Permission.MANAGE_MEMBERS));
    if (atTheDoor.isPresent()) {
      return new Way.Barred(atTheDoor.get());
    }
    return members.find(organization, id)
        .map(member -> denial(actor, organization, needed.apply(member)).<Way>map(Way.Barred::new)
            .orElseGet(() -> new Way.Open(member)))
        .orElseGet(() -> new Way.Barred(new Denial.NotFound()));
  }

  /** Whether the organization would be left without an owner who gets in. */
  boolean losesLastOwner(Member before, Optional<Member> after) {
    return lastOwner.isLostWith(before, after);
  }

  /** The first of these that the actor is not allowed. */
  Optional<Denial> denial(Actor actor, OrganizationId organization, List<Permission> needed) {
    for (Permission permission : needed) {
      if (entrance.admit(actor, organization, permission) instanceof Admission.Denied denied) {
        return Optional.of(denied.denial());
      }
    }
    return Optional.empty();
  }

  /** Whether it may go on, and with whom. */
  sealed interface Way {
    record Open(Member member) implements Way {}

    record Barred(Denial denial) implements Way {}
  }
}
