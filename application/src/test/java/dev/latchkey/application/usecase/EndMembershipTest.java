package dev.latchkey.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.member.AddMember;
import dev.latchkey.application.member.ChangeMember;
import dev.latchkey.application.member.RemoveMember;
import dev.latchkey.application.session.CheckSession;
import dev.latchkey.application.usecase.MemberWorld.Somebody;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.organization.Member;
import dev.latchkey.domain.organization.MemberChange;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.organization.MembershipId;
import dev.latchkey.domain.organization.MembershipSource;
import dev.latchkey.domain.organization.MembershipStatus;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.organization.OrganizationName;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.organization.Slug;
import dev.latchkey.domain.policy.Denial;
import dev.latchkey.domain.policy.Permission;
import org.junit.jupiter.api.Test;

class EndMembershipTest {
  private static final MemberChange DEACTIVATED = MemberChange.ofStatus(MembershipStatus.DEACTIVATED);

  private final MemberWorld world = new MemberWorld();

  @Test
  void keeps_the_last_owner_on_every_path() {
    world.join("Bob", Role.ADMIN);
    assertThat(world.change(world.ada, world.adasId, MemberChange.ofRole(Role.ADMIN)))
        .isEqualTo(new ChangeMember.Outcome.LastOwner());
    assertThat(world.change(world.ada, world.adasId, DEACTIVATED)).isEqualTo(new ChangeMember.Outcome.LastOwner());
    assertThat(world.remove(world.ada, world.adasId)).isEqualTo(new RemoveMember.Outcome.LastOwner());
    assertThat(world.stored(world.adasId)).hasValueSatisfying(
        member -> assertThat(member.membership().isActiveOwner()).isTrue());
  }

  @Test
  void does_not_count_an_owner_who_could_not_sign_in() {
    Member bare = ((AddMember.Outcome.Added) world.add(world.ada, "Dora", Role.OWNER)).member();
    assertThat(world.remove(world.ada, world.adasId)).isEqualTo(new RemoveMember.Outcome.LastOwner());
    assertThat(world.remove(world.ada, bare.id())).isInstanceOf(RemoveMember.Outcome.Removed.class);
  }

  @Test
  void lets_an_owner_step_down_when_another_one_stays_and_judges_the_next_wish_by_that() {
    Somebody bob = world.join("Bob", Role.OWNER);
    assertThat(world.change(bob.actor(), world.adasId, MemberChange.ofRole(Role.ADMIN)))
        .isInstanceOf(ChangeMember.Outcome.Changed.class);
    assertThat(world.stored(world.adasId).orElseThrow().membership().breakGlass()).isFalse();
    assertThat(world.change(world.ada, bob.id(), MemberChange.ofRole(Role.ADMIN)))
        .isEqualTo(new ChangeMember.Outcome.Denied(new Denial.Forbidden(Permission.MANAGE_OWNERS)));
  }

  @Test
  void ends_the_sessions_of_somebody_who_belongs_nowhere_else() {
    Somebody bob = world.join("Bob", Role.AGENT);
    world.change(world.ada, bob.id(), DEACTIVATED);
    assertThat(isLive(bob)).isFalse();
    assertThat(world.world.lastAudit(AuditAction.MEMBER_CHANGED).details()).containsEntry("statusAfter", "DEACTIVATED")
        .containsEntry("sessionsEnded", "1");
    assertThat(world.world.signIn(bob.user().email(), World.PASSWORD).getClass().getSimpleName())
        .isEqualTo("Refused");
  }

  @Test
  void touches_no_other_organization() {
    Somebody bob = world.join("Bob", Role.AGENT);
    Organization other = Organization.founded(new OrganizationId(world.world.ids.next()), new Slug("other"),
        new OrganizationName("Other"), World.NOON);
    world.world.ports.organizations().add(other);
    Membership there = Membership.joined(new MembershipId(world.world.ids.next()), other.id(), bob.user().id(),
        Role.ADMIN, MembershipSource.INVITATION, World.NOON);
    world.world.ports.memberships().add(there);
    world.remove(world.ada, bob.id());
    assertThat(isLive(bob)).isTrue();
    assertThat(world.world.ports.memberships().find(other.id(), bob.user().id())).contains(there);
    assertThat(world.world.ports.removals().isRemembered(other.id(), bob.user().id())).isFalse();
  }

  @Test
  void lets_somebody_in_again_as_what_they_were() {
    Somebody bob = world.join("Bob", Role.ADMIN);
    world.change(world.ada, bob.id(), DEACTIVATED);
    world.change(world.ada, bob.id(), MemberChange.ofStatus(MembershipStatus.ACTIVE));
    assertThat(world.stored(bob.id()).orElseThrow().membership())
        .matches(it -> it.isActive() && it.role() == Role.ADMIN);
    assertThat(world.world.signIn(bob.user().email(), World.PASSWORD).getClass().getSimpleName())
        .isEqualTo("SignedIn");
  }

  @Test
  void remembers_whom_it_removed() {
    Somebody bob = world.join("Bob", Role.AGENT);
    assertThat(world.remove(world.ada, bob.id())).isInstanceOf(RemoveMember.Outcome.Removed.class);
    assertThat(world.stored(bob.id())).isEmpty();
    assertThat(world.world.ports.removals().isRemembered(world.acme, bob.user().id())).isTrue();
    assertThat(isLive(bob)).isFalse();
    assertThat(world.add(world.ada, "Bob", Role.AGENT)).isEqualTo(new AddMember.Outcome.AccountElsewhere());
  }

  @Test
  void tells_admins_when_somebody_last_signed_in() {
    assertThat(world.stored(world.adasId).orElseThrow().lastSignInAt()).contains(World.NOON);
    Member bare = ((AddMember.Outcome.Added) world.add(world.ada, "Dora", Role.AGENT)).member();
    assertThat(bare.lastSignInAt()).isEmpty();
    assertThat(bare.signInEmail()).isEqualTo(new EmailAddress("dora@acme.example"));
  }

  private boolean isLive(Somebody somebody) {
    return world.world.checkSession.check(somebody.opened().token()) instanceof CheckSession.Outcome.Live;
  }
}
