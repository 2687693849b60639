package dev.latchkey.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.application.member.AddMember;
import dev.latchkey.application.member.ChangeMember;
import dev.latchkey.application.member.ListMembers;
import dev.latchkey.application.member.ReadMember;
import dev.latchkey.application.member.RemoveMember;
import dev.latchkey.application.paging.PartRequest;
import dev.latchkey.application.usecase.MemberWorld.Somebody;
import dev.latchkey.domain.InvalidValue;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.organization.Member;
import dev.latchkey.domain.organization.MemberChange;
import dev.latchkey.domain.organization.MemberFilter;
import dev.latchkey.domain.organization.MembershipId;
import dev.latchkey.domain.organization.MembershipSource;
import dev.latchkey.domain.organization.MembershipStatus;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.policy.Actor;
import dev.latchkey.domain.policy.Denial;
import dev.latchkey.domain.policy.Permission;
import dev.latchkey.domain.policy.Reason;
import dev.latchkey.domain.signin.GuessCount;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ManageMembersTest {
  private final MemberWorld world = new MemberWorld();
  private final Somebody admin = world.join("Bob", Role.ADMIN);
  private final Somebody agent = world.join("Cleo", Role.AGENT);

  @Test
  void enters_a_person_who_has_nothing_to_sign_in_with() {
    Member added = ((AddMember.Outcome.Added) world.add(admin.actor(), "Dora", Role.AGENT)).member();
    assertThat(added.hasCredential()).isFalse();
    assertThat(added.membership()).matches(it -> it.isActive() && it.source() == MembershipSource.MANUAL);
    assertThat(world.world.ports.users().find(added.membership().userId()).orElseThrow().password()).isEmpty();
    assertThat(world.world.lastAudit(AuditAction.MEMBER_ADDED).details()).containsEntry("email", "dora@acme.example");
  }

  @Test
  void enters_nobody_twice_and_nobody_who_has_an_account() {
    assertThat(world.add(world.ada, "Bob", Role.AGENT)).isEqualTo(new AddMember.Outcome.AlreadyMember(admin.id()));
    world.world.register(MemberWorld.address("Elsewhere"));
    assertThat(world.add(world.ada, "Elsewhere", Role.AGENT)).isEqualTo(new AddMember.Outcome.AccountElsewhere());
  }

  @Test
  void tells_of_few_addresses_in_a_while_that_they_have_an_account_and_looks_at_none_after_that() {
    for (int i = 0; i < AddMember.MOST_KNOWN; i++) {
      world.world.register(MemberWorld.address("Elsewhere" + i));
      assertThat(world.add(world.ada, "Elsewhere" + i, Role.AGENT)).isEqualTo(new AddMember.Outcome.AccountElsewhere());
    }
    assertThat(world.world.lastAudit(AuditAction.MEMBER_ADDED).chain()).extracting(Reason::rule)
        .containsExactly("address-free");
    assertThat(world.add(world.ada, "Elsewhere0", Role.AGENT)).isInstanceOf(AddMember.Outcome.TooManyKnown.class);
    assertThat(world.add(admin.actor(), "Nobody", Role.AGENT)).isInstanceOf(AddMember.Outcome.TooManyKnown.class);
    world.world.clock.advance(GuessCount.FORGIVEN_EVERY);
    assertThat(world.add(admin.actor(), "Nobody", Role.AGENT)).isInstanceOf(AddMember.Outcome.Added.class);
  }

  @Test
  void lets_nobody_grant_above_their_own_role() {
    assertThat(world.add(agent.actor(), "Dora", Role.AGENT)).isEqualTo(refusedToAdd(Permission.MANAGE_MEMBERS));
    assertThat(world.add(admin.actor(), "Dora", Role.OWNER)).isEqualTo(refusedToAdd(Permission.MANAGE_OWNERS));
    assertRefused(world.change(admin.actor(), agent.id(), MemberChange.ofRole(Role.OWNER)), Permission.MANAGE_OWNERS);
    assertRefused(world.change(admin.actor(), admin.id(), MemberChange.ofRole(Role.OWNER)), Permission.MANAGE_OWNERS);
    assertRefused(world.change(agent.actor(), agent.id(), MemberChange.ofRole(Role.ADMIN)),
        Permission.MANAGE_MEMBERS);
    assertThat(world.change(admin.actor(), agent.id(), MemberChange.ofRole(Role.ADMIN)))
        .isInstanceOf(ChangeMember.Outcome.Changed.class);
    assertThat(world.change(world.ada, agent.id(), MemberChange.ofRole(Role.OWNER)))
        .isInstanceOf(ChangeMember.Outcome.Changed.class);
  }

  @Test
  void lets_only_owners_do_anything_to_owners() {
    for (MemberChange change : List.of(MemberChange.ofRole(Role.AGENT),
        MemberChange.ofStatus(MembershipStatus.DEACTIVATED),
        MemberChange.ofContact(Optional.of(new EmailAddress("thief@example.com"))))) {
      assertRefused(world.change(admin.actor(), world.adasId, change), Permission.MANAGE_OWNERS);
    }
    assertThat(world.remove(admin.actor(), world.adasId)).isEqualTo(
        new RemoveMember.Outcome.Denied(new Denial.Forbidden(Permission.MANAGE_OWNERS)));
  }

  @Test
  void gives_break_glass_to_owners_by_owners_who_have_just_shown_who_they_are() {
    assertThat(world.change(world.ada, world.adasId, MemberChange.ofBreakGlass(false)))
        .isInstanceOf(ChangeMember.Outcome.Changed.class);
    assertThatThrownBy(() -> world.change(world.ada, agent.id(), MemberChange.ofBreakGlass(true)))
        .isInstanceOf(InvalidValue.class);
    assertRefused(world.change(admin.actor(), agent.id(), MemberChange.ofBreakGlass(false)),
        Permission.MANAGE_BREAK_GLASS);
    world.world.clock.advance(Duration.ofMinutes(11));
    assertThat(world.change(world.ada, world.adasId, MemberChange.ofBreakGlass(true)))
        .isEqualTo(new ChangeMember.Outcome.Denied(new Denial.ProofTooOld()));
  }

  @Test
  void finds_nobody_of_another_organization() {
    Actor stranger = new Actor.InSession(
        world.world.register(new EmailAddress("grace@example.com")).session().signedIn());
    MembershipId theirs = ((Actor.InSession) stranger).signedIn().places().getFirst().membership().id();
    assertThat(world.change(stranger, agent.id(), MemberChange.ofRole(Role.ADMIN)))
        .isEqualTo(new ChangeMember.Outcome.Denied(new Denial.NotFound()));
    assertThat(world.change(world.ada, theirs, MemberChange.ofRole(Role.ADMIN)))
        .isEqualTo(new ChangeMember.Outcome.Denied(new Denial.NotFound()));
    assertThat(world.remove(world.ada, theirs)).isEqualTo(new RemoveMember.Outcome.Denied(new Denial.NotFound()));
    assertThat(world.read.read(world.ada, world.acme, theirs))
        .isEqualTo(new ReadMember.Outcome.Denied(new Denial.NotFound()));
  }

  @Test
  void shows_agents_the_names_of_who_is_there_and_themselves() {
    world.change(world.ada, admin.id(), MemberChange.ofStatus(MembershipStatus.DEACTIVATED));
    assertThat(list(agent, MemberFilter.ALL)).isInstanceOfSatisfying(ListMembers.Outcome.Names.class,
        names -> assertThat(names.part().items()).extracting(it -> it.name().value())
            .containsExactly("Ada Lovelace", "Cleo"));
    MemberFilter byAddress = new MemberFilter(Optional.empty(), Optional.empty(), Optional.empty(), "@acme", false);
    assertThat(((ListMembers.Outcome.Names) list(agent, byAddress)).part().items()).isEmpty();
    assertThat(list(agent, new MemberFilter(Optional.empty(), Optional.of(Role.OWNER), Optional.empty(), "", false)))
        .isInstanceOf(ListMembers.Outcome.Denied.class);
    assertThat(world.read.read(agent.actor(), world.acme, agent.id())).isInstanceOf(ReadMember.Outcome.Found.class);
    assertThat(world.read.read(agent.actor(), world.acme, world.adasId))
        .isEqualTo(new ReadMember.Outcome.Denied(new Denial.Forbidden(Permission.READ_MEMBERS)));
  }

  @Test
  void writes_down_what_was_and_what_is() {
    world.change(world.ada, agent.id(), new MemberChange(Optional.of(Role.ADMIN), Optional.empty(), Optional.empty(),
        Optional.of(new MemberChange.Contact(Optional.of(new EmailAddress("cleo@home.example"))))));
    assertThat(world.world.lastAudit(AuditAction.MEMBER_CHANGED).details()).containsEntry("roleBefore", "AGENT")
        .containsEntry("roleAfter", "ADMIN").containsEntry("contactEmailBefore", "")
        .containsEntry("contactEmailAfter", "cleo@home.example").doesNotContainKey("statusBefore");
  }

  private ListMembers.Outcome list(Somebody who, MemberFilter filter) {
    return world.list.list(new ListMembers.Command(who.actor(), world.acme, filter,
        new PartRequest(10, Optional.empty())));
  }

  private static void assertRefused(ChangeMember.Outcome outcome, Permission permission) {
    assertThat(outcome).isEqualTo(new ChangeMember.Outcome.Denied(new Denial.Forbidden(permission)));
  }

  private static AddMember.Outcome refusedToAdd(Permission permission) {
    return new AddMember.Outcome.Denied(new Denial.Forbidden(permission));
  }
}
