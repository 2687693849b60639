package dev.latchkey.application.usecase;

import static dev.latchkey.application.usecase.EnforcementWorld.SSO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.member.ChangeMember;
import dev.latchkey.application.member.RemoveMember;
import dev.latchkey.application.organization.ReadOrganization;
import dev.latchkey.application.paging.Paging;
import dev.latchkey.application.paging.PartRequest;
import dev.latchkey.application.policy.ChangeSecurity;
import dev.latchkey.application.policy.EmergencyAccess;
import dev.latchkey.application.policy.PreviewSecurity;
import dev.latchkey.application.policy.Readiness;
import dev.latchkey.application.signin.SignInWithPassword;
import dev.latchkey.application.sso.SsoConnections;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.organization.AuthenticationRequirement;
import dev.latchkey.domain.organization.MemberChange;
import dev.latchkey.domain.organization.MembershipStatus;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.policy.AccessDecision.Verdict;
import dev.latchkey.domain.policy.Actor;
import dev.latchkey.domain.policy.BreakGlassOwner;
import dev.latchkey.domain.policy.Denial;
import dev.latchkey.domain.policy.RequirementChange.Obstacle;
import dev.latchkey.domain.policy.Scope;
import dev.latchkey.domain.policy.SsoReadiness;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Demanding single sign-on, and that it locks nobody out for good. */
class EnforcementTest {
  private final EnforcementWorld enforcing = new EnforcementWorld();
  private final World world = enforcing.world;
  private final MemberWorld members = enforcing.members;

  @Test
  void single_sign_on_is_demanded_once_everything_is_there() {
    enforcing.enforce();
    assertThat(enforcing.organization().requirement()).isEqualTo(SSO);
  }

  @Test
  void every_missing_fact_refuses_it_and_all_are_told() {
    world.ports.ssoConnections().delete(enforcing.acme);
    assertThat(enforcing.demand(SSO, false)).isEqualTo(refused(Obstacle.SSO_NOT_PROVEN));
    world.ports.domainClaims().remove(world.ports.verifiedDomains().of(enforcing.acme).getFirst());
    world.ports.users().save(ada().withMfa(false));
    assertThat(enforcing.demand(SSO, false))
        .isEqualTo(refused(Obstacle.DOMAIN_NOT_VERIFIED, Obstacle.SSO_NOT_PROVEN, Obstacle.NO_BREAK_GLASS));
    assertThat(enforcing.demand(SSO, true))
        .isEqualTo(refused(Obstacle.DOMAIN_NOT_VERIFIED, Obstacle.SSO_NOT_PROVEN));
    assertThat(enforcing.organization().requirement().demandsSso()).isFalse();
  }

  @Test
  void a_proof_counts_for_a_day_and_for_this_very_version() {
    world.clock.advance(SsoReadiness.PROVEN_FOR);
    assertThat(enforcing.demand(SSO, false)).isEqualTo(refused(Obstacle.SSO_NOT_PROVEN));
    enforcing.prove();
    world.ports.organizations().save(enforcing.organization().withAnotherProvider());
    assertThat(enforcing.demand(SSO, false)).isEqualTo(refused(Obstacle.SSO_NOT_PROVEN));
  }

  @Test
  void an_owner_may_go_on_without_break_glass_and_that_is_written_down() {
    world.ports.users().save(ada().withMfa(false));
    enforcing.link(ada().id());
    assertThat(enforcing.demand(SSO, false)).isEqualTo(refused(Obstacle.NO_BREAK_GLASS));
    assertThat(enforcing.demand(SSO, true)).isInstanceOf(ChangeSecurity.Outcome.Changed.class);
    assertThat(world.lastAudit(AuditAction.SECURITY_CHANGED).details()).containsEntry("lockoutRisk", "accepted");
  }

  @Test
  void a_password_alone_opens_nothing_even_where_the_risk_was_accepted() {
    world.ports.users().save(ada().withMfa(false));
    EmergencyAccess emergency = new EmergencyAccess(world.ports.owners(), world.ports.members());
    PreviewSecurity preview = new PreviewSecurity(world.ports.members(), emergency, enforcing.readiness,
        enforcing.standings, world.entrance, new Paging(world.ports.cursors()), world.ports.unitOfWork());
    PreviewSecurity.Outcome.Foreseen foreseen =
        (PreviewSecurity.Outcome.Foreseen) preview.preview(new PreviewSecurity.Command(enforcing.ada(),
            enforcing.acme, SSO, true, new PartRequest(PartRequest.DEFAULT, Optional.empty())));
    assertThat(foreseen.emergency()).singleElement().satisfies(it -> {
      assertThat(it.member().id()).isEqualTo(members.adasId);
      assertThat(it.lacks()).containsExactly(BreakGlassOwner.Lack.SECOND_FACTOR);
    });
    assertThat(foreseen.affected().items()).extracting(it -> it.member().id()).contains(members.adasId);
    enforcing.link(ada().id());
    assertThat(enforcing.demand(SSO, true)).isInstanceOf(ChangeSecurity.Outcome.Changed.class);
    assertThat(world.signIn(World.ADA, World.PASSWORD))
        .isEqualTo(new SignInWithPassword.Outcome.SsoRequired(enforcing.organization().slug()));
    enforcing.enrol(World.ADA);
    assertThat(world.signIn(World.ADA, World.PASSWORD)).isInstanceOf(SignInWithPassword.Outcome.SignedIn.class);
  }

  @Test
  void whoever_gets_in_can_lower_it_again_though_everything_else_is_broken() {
    enforcing.enforce();
    world.ports.ssoConnections().delete(enforcing.acme);
    assertThat(enforcing.demand(AuthenticationRequirement.NONE, false))
        .isInstanceOf(ChangeSecurity.Outcome.Changed.class);
  }

  @Test
  void demanding_less_asks_for_nothing_that_may_be_broken() {
    enforcing.enforce();
    SsoConnections broken = (SsoConnections) Proxy.newProxyInstance(SsoConnections.class.getClassLoader(),
        new Class<?>[]{SsoConnections.class}, (proxy, method, arguments) -> {
          throw new IllegalStateException("broken");
        });
    Readiness unknown = new Readiness(world.ports.verifiedDomains(), broken, world.ports.owners(), world.clock);
    ChangeSecurity change = new ChangeSecurity(world.ports.organizations(), unknown, world.entrance, world.audit,
        world.ports.unitOfWork());
    assertThat(
        change.change(new ChangeSecurity.Command(enforcing.ada(), enforcing.acme, AuthenticationRequirement.NONE, false,
            World.ORIGIN)))
        .isEqualTo(new ChangeSecurity.Outcome.Changed(AuthenticationRequirement.NONE));
  }

  @Test
  void sessions_that_are_open_are_held_to_it_at_once() {
    MemberWorld.Somebody bob = members.join("Bob", Role.ADMIN);
    enforcing.enforce();
    ReadOrganization read = new ReadOrganization(world.entrance);
    assertThat(read.read(bob.actor(), enforcing.acme)).isInstanceOfSatisfying(ReadOrganization.Outcome.Denied.class,
        denied -> assertThat(denied.denial()).isInstanceOfSatisfying(Denial.ProofMissing.class,
            missing -> assertThat(missing.decision().verdict()).isEqualTo(Verdict.SSO_REQUIRED)));
    assertThat(read.read(enforcing.ada(), enforcing.acme)).isInstanceOf(ReadOrganization.Outcome.Found.class);
    Actor key = new Actor.WithKey(bob.user().id(), enforcing.acme, Set.of(Scope.ORGANIZATION_READ));
    assertThat(read.read(key, enforcing.acme)).isInstanceOf(ReadOrganization.Outcome.Found.class);
  }

  @Test
  void the_last_way_in_can_not_be_taken_away() {
    MemberWorld.Somebody bob = members.join("Bob", Role.OWNER);
    enforcing.enforce();
    Actor ada = enforcing.ada();
    for (MemberChange change : List.of(MemberChange.ofRole(Role.ADMIN), MemberChange.ofBreakGlass(false),
        MemberChange.ofStatus(MembershipStatus.DEACTIVATED))) {
      assertThat(members.change(ada, members.adasId, change)).as(change.toString())
          .isEqualTo(new ChangeMember.Outcome.LastBreakGlass());
    }
    assertThat(members.remove(ada, members.adasId)).isEqualTo(new RemoveMember.Outcome.LastBreakGlass());
    assertThat(members.change(ada, bob.id(), MemberChange.ofBreakGlass(true)))
        .isInstanceOf(ChangeMember.Outcome.Changed.class);
    assertThat(members.remove(ada, members.adasId)).as("Bob has no app yet")
        .isEqualTo(new RemoveMember.Outcome.LastBreakGlass());
    enforcing.enrol(bob.user().email());
    assertThat(members.change(ada, members.adasId, MemberChange.ofBreakGlass(false)))
        .isInstanceOf(ChangeMember.Outcome.Changed.class);
  }

  @Test
  void it_may_be_taken_away_where_single_sign_on_is_not_demanded() {
    members.join("Bob", Role.OWNER);
    assertThat(members.change(enforcing.ada(), members.adasId, MemberChange.ofBreakGlass(false)))
        .isInstanceOf(ChangeMember.Outcome.Changed.class);
  }

  @Test
  void there_are_at_most_three() {
    for (String name : List.of("Bob", "Cyd")) {
      assertThat(members.change(enforcing.ada(), members.join(name, Role.OWNER).id(), MemberChange.ofBreakGlass(true)))
          .isInstanceOf(ChangeMember.Outcome.Changed.class);
    }
    assertThat(members.change(enforcing.ada(), members.join("Dan", Role.OWNER).id(), MemberChange.ofBreakGlass(true)))
        .isEqualTo(new ChangeMember.Outcome.TooManyBreakGlass());
  }

  private ChangeSecurity.Outcome refused(Obstacle... obstacles) {
    return new ChangeSecurity.Outcome.Refused(List.of(obstacles));
  }

  private User ada() {
    return world.ports.users().findByEmail(World.ADA).orElseThrow();
  }
}
