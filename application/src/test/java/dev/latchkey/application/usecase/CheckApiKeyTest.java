package dev.latchkey.application.usecase;

import static dev.latchkey.application.usecase.KeyWorld.HOME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.apikey.CheckApiKey;
import dev.latchkey.application.apikey.CreateApiKey.Outcome.Created;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.apikey.ApiKeyText;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.onetime.Purpose;
import dev.latchkey.domain.organization.AuthRequired;
import dev.latchkey.domain.organization.AuthenticationRequirement;
import dev.latchkey.domain.organization.MemberChange;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.organization.MembershipId;
import dev.latchkey.domain.organization.MembershipSource;
import dev.latchkey.domain.organization.MembershipStatus;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.policy.Actor;
import dev.latchkey.domain.policy.Admission;
import dev.latchkey.domain.policy.Denial;
import dev.latchkey.domain.policy.Permission;
import dev.latchkey.domain.policy.Scope;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CheckApiKeyTest {
  private final KeyWorld keys = new KeyWorld();
  private final MemberWorld members = keys.members;
  private final World world = keys.world;
  private final MemberWorld.Somebody carol = members.join("Carol", Role.ADMIN);
  private final Created key = keys.created(carol.actor(), Scope.MEMBERS_READ, Scope.MEMBERS_WRITE, Scope.AUDIT_READ);

  @Test
  void knows_whose_it_is_and_notes_its_use_to_the_minute() {
    Actor.WithKey program = keys.program(key.text());
    assertThat(program.userId()).isEqualTo(carol.user().id());
    assertThat(program.organization()).isEqualTo(members.acme);
    world.clock.advance(Duration.ofSeconds(59));
    keys.opens(key.text());
    assertThat(keys.listed(members.ada).getFirst().lastUsedAt()).contains(World.NOON);
    assertThat(keys.opens(ApiKeyText.random(world.random))).isFalse();
  }

  @Test
  void reaches_as_far_as_its_scopes() {
    assertThat(admit(Permission.MANAGE_MEMBERS)).isInstanceOf(Admission.Admitted.class);
    assertForbidden(Permission.RENAME_ORGANIZATION);
    assertForbidden(Permission.READ_SETTINGS);
    assertForbidden(Permission.MANAGE_OWNERS);
  }

  @Test
  void reaches_never_further_than_its_creators_present_role() {
    members.change(members.ada, carol.id(), MemberChange.ofRole(Role.AGENT));
    assertThat(keys.opens(key.text())).isTrue();
    assertForbidden(Permission.MANAGE_MEMBERS);
    assertForbidden(Permission.READ_AUDIT);
    assertThat(admit(Permission.LIST_NAMES)).isInstanceOf(Admission.Admitted.class);
    members.change(members.ada, carol.id(), MemberChange.ofRole(Role.OWNER));
    assertThat(admit(Permission.MANAGE_MEMBERS)).isInstanceOf(Admission.Admitted.class);
    assertForbidden(Permission.CHANGE_SETTINGS);
  }

  @Test
  void opens_no_other_organization_of_its_creator() {
    OrganizationId other = world.register(new EmailAddress("eve@example.com")).session().signedIn().places().getFirst()
        .organization().id();
    world.ports.memberships().add(Membership.joined(new MembershipId(world.ids.next()), other, carol.user().id(),
        Role.ADMIN, MembershipSource.INVITATION, World.NOON));
    assertThat(admit(Permission.READ_MEMBERS)).isInstanceOf(Admission.Admitted.class);
    assertThat(world.entrance.admit(keys.program(key.text()), other, Permission.READ_MEMBERS))
        .isEqualTo(new Admission.Denied(new Denial.NotFound()));
  }

  @Test
  void is_refused_while_its_creator_is_deactivated_and_for_good_once_they_are_removed() {
    members.change(members.ada, carol.id(), MemberChange.ofStatus(MembershipStatus.DEACTIVATED));
    assertThat(keys.opens(key.text())).isFalse();
    assertRefusedFor("creator-active");
    members.change(members.ada, carol.id(), MemberChange.ofStatus(MembershipStatus.ACTIVE));
    assertThat(keys.opens(key.text())).isTrue();
    members.remove(members.ada, carol.id());
    assertThat(keys.opens(key.text())).isFalse();
  }

  @Test
  void is_refused_from_its_last_moment_on() {
    world.clock.advance(Duration.ofDays(90).minusMillis(1));
    assertThat(keys.opens(key.text())).isTrue();
    world.clock.advance(Duration.ofMillis(1));
    assertThat(keys.opens(key.text())).isFalse();
    assertRefusedFor("key-not-expired");
  }

  @Test
  void is_not_revived_by_a_clock_that_is_set_back() {
    world.clock.advance(Duration.ofDays(91));
    world.ports.unitOfWork().run(() -> world.challenges.issue(Purpose.SIGN_UP, Map.of()));
    world.clock.advance(Duration.ofDays(-90));
    assertThat(keys.opens(key.text())).isFalse();
  }

  @Test
  void works_from_its_addresses_only() {
    Created pinned = (Created) keys.create(members.ada, Set.of(Scope.AUDIT_READ), Optional.empty(), "203.0.113.0/24",
        "2001:db8::/32");
    assertThat(keys.check(pinned.text(), "203.0.113.255")).isInstanceOf(CheckApiKey.Outcome.Accepted.class);
    assertThat(keys.check(pinned.text(), "2001:db8::1")).isInstanceOf(CheckApiKey.Outcome.Accepted.class);
    assertThat(keys.check(pinned.text(), "203.0.114.1")).isEqualTo(new CheckApiKey.Outcome.Refused());
    assertRefusedFor("address-allowed");
  }

  @Test
  void asks_for_no_proof_whatever_the_organization_demands_of_people() {
    world.ports.unitOfWork().run(() -> {
      world.ports.organizations().save(world.ports.organizations().find(members.acme).orElseThrow()
          .demanding(new AuthenticationRequirement(AuthRequired.SSO, true)));
      return true;
    });
    assertThat(admit(Permission.MANAGE_MEMBERS)).isInstanceOf(Admission.Admitted.class);
  }

  @Test
  void tells_of_refusals_once_an_hour() {
    members.change(members.ada, carol.id(), MemberChange.ofStatus(MembershipStatus.DEACTIVATED));
    keys.check(key.text(), HOME);
    keys.check(key.text(), HOME);
    assertThat(refusals()).isEqualTo(1);
    world.clock.advance(Duration.ofHours(1));
    keys.check(key.text(), HOME);
    assertThat(refusals()).isEqualTo(2);
  }

  private Admission admit(Permission permission) {
    return world.entrance.admit(keys.program(key.text()), members.acme, permission);
  }

  private void assertForbidden(Permission permission) {
    assertThat(admit(permission)).isEqualTo(new Admission.Denied(new Denial.Forbidden(permission)));
  }

  private void assertRefusedFor(String rule) {
    assertThat(world.lastAudit(AuditAction.API_KEY_REFUSED).chain().getLast())
        .matches(reason -> reason.rule().equals(rule));
  }

  private long refusals() {
    return world.ports.auditEvents().stream().filter(event -> event.action() == AuditAction.API_KEY_REFUSED).count();
  }
}
