package dev.latchkey.application.usecase;

import dev.latchkey.application.member.AddMember;
import dev.latchkey.application.member.ApprovalMail;
import dev.latchkey.application.member.BreakGlass;
import dev.latchkey.application.member.ChangeMember;
import dev.latchkey.application.member.LastOwner;
import dev.latchkey.application.member.ListMembers;
import dev.latchkey.application.member.MemberGate;
import dev.latchkey.application.member.MembershipEnding;
import dev.latchkey.application.member.ReadMember;
import dev.latchkey.application.member.RemoveMember;
import dev.latchkey.application.paging.Paging;
import dev.latchkey.application.session.SessionOpening;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.PersonName;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.organization.Member;
import dev.latchkey.domain.organization.MemberChange;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.organization.MembershipId;
import dev.latchkey.domain.organization.MembershipSource;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.policy.Actor;
import dev.latchkey.domain.session.Proof;
import dev.latchkey.domain.session.SignedIn;
import java.util.Locale;
import java.util.Optional;

/** A {@link World} with an organization that Ada has founded, and the use cases of its members. */
final class MemberWorld {
  final World world = new World();
  final SessionOpening.Opened adasSession = world.register(World.ADA);
  final Actor ada = new Actor.InSession(adasSession.session().signedIn());
  final SignedIn.Place acmePlace = adasSession.session().signedIn().places().getFirst();
  final OrganizationId acme = acmePlace.organization().id();
  final MembershipId adasId = acmePlace.membership().id();

  final LastOwner lastOwner = new LastOwner(world.ports.owners(), world.ports.organizations(), world.clock);
  final MemberGate gate = new MemberGate(world.entrance, world.ports.members(), world.ports.owners(), lastOwner);
  final BreakGlass breakGlass =
      new BreakGlass(world.ports.owners(), world.ports.memberships(), world.ports.organizations());
  final MembershipEnding ending = new MembershipEnding(world.ports.memberships(), world.ports.ownSessions());
  final ListMembers list = new ListMembers(world.ports.members(), world.entrance, new Paging(world.ports.cursors()));
  final ReadMember read = new ReadMember(world.ports.members(), world.ports.owners(), world.entrance);
  final AddMember add = new AddMember(world.ports.users(), world.ports.memberships(), world.ports.members(), gate,
      world.guesses, world.audit, world.ports.unitOfWork(), world.ids, world.clock);
  final ApprovalMail approvalMail =
      new ApprovalMail(world.ports.organizations(), world.ports.users(), world.mail, world.clock);
  final ChangeMember change = new ChangeMember(gate, breakGlass, world.ports.memberships(), world.ports.members(),
      ending, approvalMail, world.audit, world.ports.unitOfWork());
  final RemoveMember remove = new RemoveMember(gate, breakGlass, world.ports.members(), world.ports.removals(), ending,
      world.audit, world.ports.unitOfWork(), world.clock);

  /** Somebody with a password who belongs to this organization alone, signed in. */
  Somebody join(String name, Role role) {
    UserId id = new UserId(world.ids.next());
    User user = User.withPassword(id, address(name), new PersonName(name), Locale.ENGLISH,
        world.hasher.hash(World.PASSWORD), world.clock.instant());
    world.ports.users().add(user);
    Membership membership = Membership.joined(new MembershipId(world.ids.next()), acme, id, role,
        MembershipSource.INVITATION, world.clock.instant());
    world.ports.memberships().add(membership);
    return new Somebody(membership.id(), user, world.ports.unitOfWork().run(() -> world.sessionOpening.open(user,
        world.ports.memberships().placesOf(id), new Proof.Password(world.clock.instant()), world.newBrowser(),
        World.ORIGIN)));
  }

  /** A member of the organization, with the session in which they are signed in. */
  record Somebody(MembershipId id, User user, SessionOpening.Opened opened) {
    Actor actor() {
      return new Actor.InSession(opened.session().signedIn());
    }
  }

  static EmailAddress address(String name) {
    return new EmailAddress(name.toLowerCase(Locale.ROOT) + "@acme.example");
  }

  AddMember.Outcome add(Actor actor, String name, Role role) {
    return add.add(new AddMember.Command(actor, acme, address(name), new PersonName(name), role, Optional.empty(),
        Locale.ENGLISH, World.ORIGIN));
  }

  ChangeMember.Outcome change(Actor actor, MembershipId member, MemberChange change) {
    return this.change.change(new ChangeMember.Command(actor, acme, member, change, World.ORIGIN));
  }

  RemoveMember.Outcome remove(Actor actor, MembershipId member) {
    return remove.remove(new RemoveMember.Command(actor, acme, member, World.ORIGIN));
  }

  Optional<Member> stored(MembershipId id) {
    return world.ports.members().find(acme, id);
  }
}
