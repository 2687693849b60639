package dev.latchkey.application.usecase;

import static dev.latchkey.application.usecase.World.ADA;
import static dev.latchkey.application.usecase.World.ORIGIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.paging.Paging;
import dev.latchkey.application.paging.PartRequest;
import dev.latchkey.application.policy.ChangeSecurity;
import dev.latchkey.application.policy.EmergencyAccess;
import dev.latchkey.application.policy.PreviewSecurity;
import dev.latchkey.application.policy.ReadSecurity;
import dev.latchkey.application.policy.Readiness;
import dev.latchkey.application.policy.Standings;
import dev.latchkey.application.session.CheckSession;
import dev.latchkey.application.session.SessionOpening;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditOutcome;
import dev.latchkey.domain.organization.AuthRequired;
import dev.latchkey.domain.organization.AuthenticationRequirement;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.organization.MembershipId;
import dev.latchkey.domain.organization.MembershipSource;
import dev.latchkey.domain.organization.MembershipStatus;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.policy.AccessDecision.Verdict;
import dev.latchkey.domain.policy.Actor;
import dev.latchkey.domain.policy.Denial;
import dev.latchkey.domain.policy.Permission;
import dev.latchkey.domain.policy.Reason;
import dev.latchkey.domain.policy.RequirementChange.Loss;
import dev.latchkey.domain.policy.RequirementChange.Obstacle;
import dev.latchkey.domain.session.SignedIn;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecuritySettingsTest {
  private static final AuthenticationRequirement MFA = new AuthenticationRequirement(AuthRequired.MFA, false);
  private static final AuthenticationRequirement SSO = new AuthenticationRequirement(AuthRequired.SSO, false);

  private final World world = new World();
  private final SessionOpening.Opened ada = world.register(ADA);
  private final OrganizationId acme = session(ada).places().getFirst().organization().id();
  private final Readiness readiness =
      new Readiness(world.ports.verifiedDomains(), world.ports.ssoConnections(), world.ports.owners(), world.clock);
  private final Standings standings = new Standings(world.ports.verifiedDomains(), world.clock);
  private final EmergencyAccess emergency = new EmergencyAccess(world.ports.owners(), world.ports.members());
  private final ReadSecurity read = new ReadSecurity(readiness, emergency, world.entrance);
  private final ChangeSecurity change =
      new ChangeSecurity(world.ports.organizations(), readiness, world.entrance, world.audit, world.ports.unitOfWork());
  private final PreviewSecurity preview = new PreviewSecurity(world.ports.members(), emergency, readiness,
      standings, world.entrance, new Paging(world.ports.cursors()), world.ports.unitOfWork());

  @Test
  void an_owner_changes_them_and_open_sessions_are_held_to_them_at_once() {
    assertThat(change(ada, MFA)).isEqualTo(new ChangeSecurity.Outcome.Changed(MFA));
    assertThat(stored()).isEqualTo(MFA);
    assertThat(read(ada)).isInstanceOfSatisfying(ReadSecurity.Outcome.Denied.class,
        denied -> assertThat(denied.denial()).isInstanceOfSatisfying(Denial.ProofMissing.class,
            missing -> assertThat(missing.decision().verdict()).isEqualTo(Verdict.MFA_ENROLMENT_REQUIRED)));
    assertThat(world.lastAudit(AuditAction.SECURITY_CHANGED).details()).containsEntry("from", "ANY")
        .containsEntry("to", "MFA");
  }

  @Test
  void nothing_is_written_down_when_nothing_changes() {
    assertThat(change(ada, AuthenticationRequirement.NONE)).isInstanceOf(ChangeSecurity.Outcome.Changed.class);
    assertThat(world.ports.auditEvents()).noneMatch(event -> event.action() == AuditAction.SECURITY_CHANGED);
  }

  @Test
  void single_sign_on_can_not_be_demanded_before_there_is_any() {
    assertThat(change(ada, SSO)).isEqualTo(new ChangeSecurity.Outcome.Refused(
        List.of(Obstacle.DOMAIN_NOT_VERIFIED, Obstacle.SSO_NOT_PROVEN, Obstacle.NO_BREAK_GLASS)));
    assertThat(change.change(new ChangeSecurity.Command(new Actor.InSession(session(ada)), acme, SSO, true, ORIGIN)))
        .isEqualTo(new ChangeSecurity.Outcome.Refused(List.of(Obstacle.DOMAIN_NOT_VERIFIED, Obstacle.SSO_NOT_PROVEN)));
    assertThat(stored()).isEqualTo(AuthenticationRequirement.NONE);
    assertThat(world.lastAudit(AuditAction.SECURITY_CHANGED)).satisfies(event -> {
      assertThat(event.outcome()).isEqualTo(AuditOutcome.REFUSED);
      assertThat(event.chain()).extracting(Reason::rule).containsExactly("domain-not-verified", "sso-not-proven");
    });
  }

  @Test
  void admins_only_read_agents_do_not_even_that_and_strangers_find_nothing() {
    SessionOpening.Opened admin = member("bob@example.com", Role.ADMIN);
    assertThat(read(admin)).isInstanceOf(ReadSecurity.Outcome.Found.class);
    assertThat(change(admin, MFA)).isEqualTo(
        new ChangeSecurity.Outcome.Denied(new Denial.Forbidden(Permission.CHANGE_SETTINGS)));
    SessionOpening.Opened agent = member("eve@example.com", Role.AGENT);
    assertThat(read(agent)).isEqualTo(
        new ReadSecurity.Outcome.Denied(new Denial.Forbidden(Permission.READ_SETTINGS)));
    assertThat(foresee(agent, MFA, 50, Optional.empty())).isInstanceOf(PreviewSecurity.Outcome.Denied.class);
    SessionOpening.Opened stranger = world.register(new EmailAddress("zoe@example.com"));
    assertThat(read(stranger)).isEqualTo(new ReadSecurity.Outcome.Denied(new Denial.NotFound()));
    assertThat(change(stranger, MFA)).isEqualTo(new ChangeSecurity.Outcome.Denied(new Denial.NotFound()));
  }

  @Test
  void a_change_needs_a_fresh_proof_and_reading_does_not() {
    world.clock.advance(Duration.ofMinutes(10));
    assertThat(change(ada, MFA)).isEqualTo(new ChangeSecurity.Outcome.Denied(new Denial.ProofTooOld()));
    assertThat(read(ada)).isInstanceOf(ReadSecurity.Outcome.Found.class);
  }

  @Test
  void a_preview_names_part_by_part_who_would_not_get_in_and_changes_nothing() {
    member("bob@example.com", Role.ADMIN);
    member("eve@example.com", Role.AGENT);
    PreviewSecurity.Outcome.Foreseen first = foreseen(MFA, 2, Optional.empty());
    PreviewSecurity.Outcome.Foreseen second = foreseen(MFA, 2, first.affected().nextCursor());
    assertThat(first.affected().items()).extracting(it -> it.member().signInEmail().value() + " " + it.loss())
        .containsExactly("ada@example.com NO_SECOND_FACTOR", "bob@example.com NO_SECOND_FACTOR");
    assertThat(second.affected().items()).extracting(PreviewSecurity.Affected::loss)
        .containsExactly(Loss.NO_SECOND_FACTOR);
    assertThat(second.affected().nextCursor()).isEmpty();
    assertThat(foreseen(SSO, 50, Optional.empty()).obstacles()).contains(Obstacle.SSO_NOT_PROVEN);
    assertThat(stored()).isEqualTo(AuthenticationRequirement.NONE);
  }

  private ChangeSecurity.Outcome change(SessionOpening.Opened who, AuthenticationRequirement wanted) {
    return change.change(new ChangeSecurity.Command(new Actor.InSession(session(who)), acme, wanted, false, ORIGIN));
  }

  private ReadSecurity.Outcome read(SessionOpening.Opened who) {
    return read.read(new Actor.InSession(session(who)), acme);
  }

  private PreviewSecurity.Outcome.Foreseen foreseen(AuthenticationRequirement wanted, int limit,
      Optional<String> cursor) {
    return (PreviewSecurity.Outcome.Foreseen) foresee(ada, wanted, limit, cursor);
  }

  private PreviewSecurity.Outcome foresee(SessionOpening.Opened who, AuthenticationRequirement wanted, int limit,
      Optional<String> cursor) {
    return preview.preview(new PreviewSecurity.Command(new Actor.InSession(session(who)), acme, wanted, false,
        new PartRequest(limit, cursor)));
  }

  private AuthenticationRequirement stored() {
    return world.ports.organizations().find(acme).orElseThrow().requirement();
  }

  private SessionOpening.Opened member(String email, Role role) {
    SessionOpening.Opened opened = world.register(new EmailAddress(email));
    world.ports.memberships().add(new Membership(new MembershipId(world.ids.next()), acme,
        session(opened).person().id(), role, MembershipStatus.ACTIVE, MembershipSource.MANUAL, false,
        world.clock.instant(), 0));
    return opened;
  }

  private SignedIn session(SessionOpening.Opened opened) {
    return ((CheckSession.Outcome.Live) world.checkSession.check(opened.token())).session().signedIn();
  }
}
