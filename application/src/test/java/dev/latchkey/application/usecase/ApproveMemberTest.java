package dev.latchkey.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.member.ApproveMember;
import dev.latchkey.application.member.ChangeMember;
import dev.latchkey.application.member.RejectMember;
import dev.latchkey.domain.account.PersonName;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.organization.Member;
import dev.latchkey.domain.organization.MemberChange;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.organization.MembershipId;
import dev.latchkey.domain.organization.MembershipSource;
import dev.latchkey.domain.organization.MembershipStatus;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.policy.Actor;
import dev.latchkey.domain.policy.Denial;
import dev.latchkey.domain.policy.Permission;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ApproveMemberTest {
  private final MemberWorld members = new MemberWorld();
  private final World world = members.world;
  private final ApproveMember approve = new ApproveMember(members.gate, world.ports.memberships(),
      world.ports.members(), members.approvalMail, world.audit, world.ports.unitOfWork());
  private final RejectMember reject = new RejectMember(members.gate, world.ports.members(), world.ports.removals(),
      world.audit, world.ports.unitOfWork(), world.clock);
  private final MemberWorld.Somebody bob = members.join("Bob", Role.AGENT);

  @Test
  void lets_somebody_in_who_waits_and_writes_to_them() {
    MembershipId waiting = waiting();
    assertThat(approve(members.ada, waiting)).isInstanceOfSatisfying(ApproveMember.Outcome.Approved.class,
        approved -> assertThat(approved.member().membership().status()).isEqualTo(MembershipStatus.ACTIVE));
    assertThat(members.stored(waiting).map(Member::membership).map(Membership::isActive)).contains(true);
    assertThat(world.lastMail()).satisfies(mail -> {
      assertThat(mail.subject()).isEqualTo("MembershipApproved");
      assertThat(mail.to().value()).isEqualTo("eve@acme.example");
    });
    assertThat(world.lastAudit(AuditAction.MEMBER_APPROVED).details()).containsEntry("email", "eve@acme.example");
  }

  @Test
  void does_the_same_for_somebody_who_waits_when_their_status_is_set_to_active() {
    MembershipId waiting = waiting();
    assertThat(members.change(members.ada, waiting, MemberChange.ofStatus(MembershipStatus.ACTIVE)))
        .isInstanceOf(ChangeMember.Outcome.Changed.class);
    assertThat(world.lastMail()).matches(
        mail -> mail.subject().equals("MembershipApproved") && mail.to().value().equals("eve@acme.example"));
    assertThat(world.lastAudit(AuditAction.MEMBER_APPROVED).details()).containsEntry("email", "eve@acme.example");
    members.change(members.ada, waiting, MemberChange.ofStatus(MembershipStatus.DEACTIVATED));
    long mails = world.ports.mailOutbox().waiting().count();
    members.change(members.ada, waiting, MemberChange.ofStatus(MembershipStatus.ACTIVE));
    assertThat(world.ports.mailOutbox().waiting().count()).isEqualTo(mails);
    assertThat(world.lastAudit(AuditAction.MEMBER_CHANGED).details()).containsEntry("statusAfter", "ACTIVE");
  }

  @Test
  void turns_somebody_away_for_good() {
    MembershipId waiting = waiting();
    Member before = members.stored(waiting).orElseThrow();
    assertThat(reject(members.ada, waiting)).isEqualTo(new RejectMember.Outcome.Rejected(before));
    assertThat(members.stored(waiting)).isEmpty();
    assertThat(world.ports.removals().isRemembered(members.acme, before.membership().userId())).isTrue();
    assertThat(world.lastAudit(AuditAction.MEMBER_REJECTED).details()).containsEntry("email", "eve@acme.example");
  }

  @Test
  void only_those_who_wait_are_approved_or_rejected() {
    assertThat(approve(members.ada, bob.id())).isEqualTo(new ApproveMember.Outcome.NotPending());
    assertThat(reject(members.ada, bob.id())).isEqualTo(new RejectMember.Outcome.NotPending());
    assertThat(members.stored(bob.id())).isPresent();
  }

  @Test
  void admins_decide_and_agents_and_those_who_wait_do_not() {
    MembershipId waiting = waiting();
    Denial forbidden = new Denial.Forbidden(Permission.MANAGE_MEMBERS);
    assertThat(approve(bob.actor(), waiting)).isEqualTo(new ApproveMember.Outcome.Denied(forbidden));
    assertThat(reject(bob.actor(), waiting)).isEqualTo(new RejectMember.Outcome.Denied(forbidden));
    Actor admin = members.join("Cleo", Role.ADMIN).actor();
    assertThat(approve(admin, waiting)).isInstanceOf(ApproveMember.Outcome.Approved.class);
  }

  private MembershipId waiting() {
    User eve = User.withoutCredential(new UserId(world.ids.next()),
        MemberWorld.address("Eve"), new PersonName("Eve"), Locale.ENGLISH,
        world.clock.instant());
    world.ports.users().add(eve);
    Membership membership = Membership.asked(new MembershipId(world.ids.next()), members.acme, eve.id(),
        MembershipStatus.PENDING, MembershipSource.AUTOJOIN, world.clock.instant());
    world.ports.memberships().add(membership);
    return membership.id();
  }

  private ApproveMember.Outcome approve(Actor actor, MembershipId member) {
    return approve.approve(new ApproveMember.Command(actor, members.acme, member, World.ORIGIN));
  }

  private RejectMember.Outcome reject(Actor actor, MembershipId member) {
    return reject.reject(new RejectMember.Command(actor, members.acme, member, World.ORIGIN));
  }
}
