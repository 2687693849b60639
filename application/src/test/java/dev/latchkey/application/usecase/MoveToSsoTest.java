package dev.latchkey.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.paging.Paging;
import dev.latchkey.application.paging.PartRequest;
import dev.latchkey.application.signin.SignInWithPassword;
import dev.latchkey.application.ssomove.MoveMember;
import dev.latchkey.application.ssomove.MoveMembers;
import dev.latchkey.application.ssomove.MovingGate;
import dev.latchkey.application.ssomove.MovingStaff;
import dev.latchkey.application.ssomove.MovingStaff.Result;
import dev.latchkey.application.ssomove.ReportMoves;
import dev.latchkey.application.ssomove.ReportMoves.Stage;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.audit.AuditAction;
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
import dev.latchkey.domain.policy.Actor;
import dev.latchkey.domain.policy.SsoMove;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Moving people who signed in with passwords to their organization's identity provider. */
class MoveToSsoTest {
  private final EnforcementWorld enforcing = new EnforcementWorld();
  private final World world = enforcing.world;
  private final MemberWorld members = enforcing.members;
  private final Paging paging = new Paging(world.ports.cursors());
  private final MovingStaff staff = new MovingStaff(world.ports.users(), world.ports.memberships(),
      world.ports.ownSessions(), world.mail, world.audit, world.clock);
  private final MovingGate gate = new MovingGate(world.entrance, world.ports.owners());
  private final MoveMember moveMember = new MoveMember(gate, world.ports.members(),
      world.ports.ssoConnections(), enforcing.standings, staff, world.ports.unitOfWork());
  private final MoveMembers moveMembers = new MoveMembers(gate, world.ports.members(),
      world.ports.ssoConnections(), enforcing.standings, staff, paging, world.ports.unitOfWork());
  private final ReportMoves report = new ReportMoves(world.entrance, world.ports.members(),
      world.ports.ssoConnections(), enforcing.standings, staff, paging, world.ports.unitOfWork());
  private final MemberWorld.Somebody bob = members.join("Bob", Role.AGENT);

  @Test
  void takes_the_password_of_somebody_who_is_linked_and_belongs_here_alone() {
    enforcing.link(bob.user().id());
    assertThat(move(bob)).isEqualTo(SsoMove.DONE + " " + Result.MOVED);
    assertThat(world.ports.users().find(bob.user().id()).flatMap(User::password)).isEmpty();
    assertThat(world.ports.ownSessions().of(bob.user().id())).isEmpty();
    assertThat(world.signIn(bob.user().email(), World.PASSWORD)).isInstanceOf(SignInWithPassword.Outcome.Refused.class);
    assertThat(world.lastMail().subject()).isEqualTo("MovedToSso");
    assertThat(world.lastAudit(AuditAction.MEMBER_MOVED_TO_SSO).details()).containsEntry("passwordRemoved", "true");
  }

  @Test
  void leaves_the_password_of_somebody_on_whom_another_organization_counts() {
    enforcing.link(bob.user().id());
    Organization other = Organization.founded(new OrganizationId(world.ids.next()), new Slug("other"),
        new OrganizationName("Other"), world.clock.instant());
    world.ports.organizations().add(other);
    world.ports.memberships().add(Membership.joined(new MembershipId(world.ids.next()), other.id(), bob.user().id(),
        Role.AGENT, MembershipSource.INVITATION, world.clock.instant()));
    assertThat(move(bob)).isEqualTo(SsoMove.LINKED + " " + Result.UNCHANGED);
    assertThat(world.ports.users().find(bob.user().id()).flatMap(User::password)).isPresent();
  }

  @Test
  void leads_somebody_of_a_verified_domain_there_by_mail() {
    assertThat(move(bob)).isEqualTo(SsoMove.AT_FIRST_SIGN_IN + " " + Result.MAILED);
    assertThat(world.lastMail().to()).isEqualTo(bob.user().email());
    assertThat(world.ports.users().find(bob.user().id()).flatMap(User::password)).isPresent();
  }

  @Test
  void changes_nothing_about_somebody_whom_nothing_could_link() {
    world.ports.domainClaims().remove(world.ports.verifiedDomains().of(enforcing.acme).getFirst());
    long mails = world.ports.mailOutbox().waiting().count();
    assertThat(move(bob)).isEqualTo(SsoMove.NOT_LINKED + " " + Result.UNCHANGED);
    assertThat(world.ports.mailOutbox().waiting().count()).isEqualTo(mails);
  }

  @Test
  void never_moves_whoever_is_to_get_in_when_the_identity_provider_fails() {
    enforcing.link(members.adasSession.session().signedIn().person().id());
    assertThat(moved(enforcing.ada(), members.adasId)).isInstanceOf(MoveMember.Outcome.BreakGlass.class);
    moveMembers.move(new MoveMembers.Command(enforcing.ada(), enforcing.acme, all(), World.ORIGIN));
    assertThat(world.ports.users().findByEmail(World.ADA).flatMap(User::password)).isPresent();
  }

  @Test
  void moves_nobody_where_there_is_nothing_to_move_to_and_nobody_who_is_not_active() {
    members.change(enforcing.ada(), bob.id(), MemberChange.ofStatus(MembershipStatus.DEACTIVATED));
    assertThat(moved(enforcing.ada(), bob.id())).isInstanceOf(MoveMember.Outcome.NotActive.class);
    members.change(enforcing.ada(), bob.id(), MemberChange.ofStatus(MembershipStatus.ACTIVE));
    world.ports.ssoConnections().delete(enforcing.acme);
    assertThat(moved(enforcing.ada(), bob.id())).isInstanceOf(MoveMember.Outcome.NotConnected.class);
    assertThat(moveMembers.move(new MoveMembers.Command(enforcing.ada(), enforcing.acme, all(), World.ORIGIN)))
        .isInstanceOf(MoveMembers.Outcome.NotConnected.class);
  }

  @Test
  void lets_admins_move_no_owners_and_agents_nobody() {
    MemberWorld.Somebody owner = members.join("Olga", Role.OWNER);
    enforcing.link(owner.user().id());
    MemberWorld.Somebody admin = members.join("Adam", Role.ADMIN);
    assertThat(moved(admin.actor(), owner.id())).isInstanceOf(MoveMember.Outcome.Denied.class);
    assertThat(moved(bob.actor(), admin.id())).isInstanceOf(MoveMember.Outcome.Denied.class);
    moveMembers.move(new MoveMembers.Command(admin.actor(), enforcing.acme, all(), World.ORIGIN));
    assertThat(world.ports.users().find(owner.user().id()).flatMap(User::password)).isPresent();
  }

  @Test
  void reports_part_by_part_how_far_everybody_has_come_and_changes_nothing() {
    enforcing.link(bob.user().id());
    members.join("Cyd", Role.AGENT);
    long mails = world.ports.mailOutbox().waiting().count();
    ReportMoves.Outcome.Report first = report(new PartRequest(2, Optional.empty()));
    ReportMoves.Outcome.Report second = report(new PartRequest(2, first.lines().nextCursor()));
    assertThat(Stream.concat(first.lines().items().stream(), second.lines().items().stream()))
        .extracting(line -> line.member().name().value() + " " + line.move())
        .containsExactly("Ada Lovelace BREAK_GLASS", "Bob READY", "Cyd AT_FIRST_SIGN_IN");
    assertThat(first.counts()).isEqualTo(Map.of(Stage.BREAK_GLASS, 1, Stage.LINKED, 1, Stage.AT_FIRST_SIGN_IN, 1));
    assertThat(world.ports.mailOutbox().waiting().count()).isEqualTo(mails);
    assertThat(world.ports.users().find(bob.user().id()).flatMap(User::password)).isPresent();
  }

  private String move(MemberWorld.Somebody somebody) {
    MoveMember.Outcome.Done done = (MoveMember.Outcome.Done) moved(enforcing.ada(), somebody.id());
    return done.standing() + " " + done.result();
  }

  private MoveMember.Outcome moved(Actor actor, MembershipId member) {
    return moveMember.move(new MoveMember.Command(actor, enforcing.acme, member, World.ORIGIN));
  }

  private ReportMoves.Outcome.Report report(PartRequest part) {
    return (ReportMoves.Outcome.Report) report.report(new ReportMoves.Query(enforcing.ada(), enforcing.acme, part));
  }

  private static PartRequest all() {
    return new PartRequest(200, Optional.empty());
  }
}
