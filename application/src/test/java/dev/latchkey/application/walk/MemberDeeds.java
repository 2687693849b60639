package dev.latchkey.application.walk;

import dev.latchkey.application.contract.Examples;
import dev.latchkey.application.member.ChangeMember;
import dev.latchkey.application.member.RemoveMember;
import dev.latchkey.application.walk.Model.Worth;
import dev.latchkey.domain.organization.MemberChange;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.organization.MembershipId;
import dev.latchkey.domain.organization.MembershipSource;
import dev.latchkey.domain.organization.MembershipStatus;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.policy.Actor;
import dev.latchkey.domain.policy.Permission;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What people do to members, themselves among them, and what they try without being allowed. */
final class MemberDeeds {
  private final Deployment world;
  private final Model model;

  MemberDeeds(Deployment world, Model model) {
    this.world = world;
    this.model = model;
  }

  void changeRole(Step step, KnownSession session) {
    Role role = step.oneOf(List.of(Role.values()));
    target(step).ifPresent(target -> {
      KnownPlace place = target.place();
      String expected = expected(session, target, role, place.isActive() && role == Role.OWNER);
      change(session, target, MemberChange.ofRole(role), expected);
      if (expected.equals("Changed")) {
        place.role = role;
        place.breakGlass &= role == Role.OWNER;
      }
    });
  }

  void changeStatus(Step step, KnownSession session) {
    MembershipStatus status = step.coin() ? MembershipStatus.DEACTIVATED : MembershipStatus.ACTIVE;
    target(step).ifPresent(target -> {
      KnownPlace place = target.place();
      boolean ownsAfter = status == MembershipStatus.ACTIVE && place.role == Role.OWNER;
      String expected = expected(session, target, place.role, ownsAfter);
      change(session, target, MemberChange.ofStatus(status), expected);
      if (expected.equals("Changed")) {
        boolean ended = place.isActive() && status != MembershipStatus.ACTIVE;
        place.status = status;
        left(target.person(), ended);
      }
    });
  }

  void giveBreakGlass(Step step, KnownSession session) {
    target(step).ifPresent(target -> {
      KnownPlace place = target.place();
      boolean give = step.one() % 2 == 0;
      boolean allowed = session.in(target.organization(), Permission.CHANGE_SETTINGS,
          world.clock.instant()) == Worth.ALLOWED;
      if (give && place.role != Role.OWNER) {
        return;
      }
      String expected = !allowed ? "Denied"
          // No identity provider here knows an owner: once single sign-on is demanded, only break-glass leads in.
          : !give && model.isLastWayInto(target.organization(), target.person()) ? "LastOwner"
              : give && !place.breakGlass && model.breakGlassOwnersOf(target.organization()) == 3
                  ? "TooManyBreakGlass"
                  : "Changed";
      change(session, target, MemberChange.ofBreakGlass(give), expected);
      if (expected.equals("Changed")) {
        place.breakGlass = give;
      }
    });
  }

  void remove(Step step, KnownSession session) {
    target(step).ifPresent(target -> {
      String expected = expected(session, target, target.place().role, false).replace("Changed", "Removed");
      Difference.unlessOutcome(expected, world.removeMember.remove(new RemoveMember.Command(actor(session),
          target.organization().id, id(target), Walk.ORIGIN)));
      if (expected.equals("Removed")) {
        target.person().places.remove(target.organization());
        left(target.person(), true);
      }
    });
  }

  /** Lets somebody in who isn't there, as accepting an invitation does. */
  void join(Step step) {
    KnownOrganization organization = step.oneOf(model.organizations);
    KnownPerson person = step.otherOf(model.people);
    if (!person.places.containsKey(organization)) {
      world.ports.memberships().add(Membership.joined(new MembershipId(Examples.id()), organization.id,
          person.start.id(), Role.AGENT, MembershipSource.INVITATION, world.clock.instant()));
      person.places.put(organization, new KnownPlace(Role.AGENT, false));
    }
  }

  private void change(KnownSession session, Target target, MemberChange change, String expected) {
    Difference.unlessOutcome(expected, world.changeMember.change(new ChangeMember.Command(actor(session),
        target.organization().id, id(target), change, Walk.ORIGIN)));
  }

  /** @param ownsAfter whether the member would be an active owner afterwards */
  private String expected(KnownSession session, Target target, Role newRole, boolean ownsAfter) {
    KnownPlace place = target.place();
    boolean mayManage = session.in(target.organization(), Permission.MANAGE_MEMBERS,
        world.clock.instant()) == Worth.ALLOWED;
    boolean towardsOwners = place.role == Role.OWNER || newRole == Role.OWNER;
    KnownPlace own = session.person.places.get(target.organization());
    if (!mayManage || (towardsOwners && (own == null || own.role != Role.OWNER))) {
      return "Denied";
    }
    boolean ownsNow = place.isActive() && place.role == Role.OWNER;
    boolean others = model.people.stream().filter(it -> it != target.person())
        .map(it -> it.places.get(target.organization()))
        .anyMatch(it -> it != null && it.isActive() && it.role == Role.OWNER);
    boolean lost = !others || model.isLastWayInto(target.organization(), target.person());
    return ownsNow && !ownsAfter && lost ? "LastOwner" : "Changed";
  }

  /** Whoever is active nowhere any more is signed out everywhere. */
  private void left(KnownPerson person, boolean ended) {
    if (ended && person.active().findAny().isEmpty()) {
      model.endSessionsOf(person, null);
    }
  }

  private Optional<Target> target(Step step) {
    KnownOrganization organization = step.otherOf(model.organizations);
    List<KnownPerson> members = model.people.stream().filter(it -> it.places.containsKey(organization)).toList();
    if (members.isEmpty()) {
      return Optional.empty();
    }
    KnownPerson person = members.get(step.way() / 2 % members.size());
    return Optional.of(new Target(organization, person, Objects.requireNonNull(person.places.get(organization))));
  }

  private MembershipId id(Target target) {
    return world.ports.memberships().find(target.organization().id, target.person().start.id()).orElseThrow().id();
  }

  private Actor actor(KnownSession session) {
    return new Actor.InSession(Walk.live(world, session));
  }

  private record Target(KnownOrganization organization, KnownPerson person, KnownPlace place) {}
}
