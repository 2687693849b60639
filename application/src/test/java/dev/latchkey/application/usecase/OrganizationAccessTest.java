package dev.latchkey.application.usecase;

import static dev.latchkey.application.usecase.World.ADA;
import static dev.latchkey.application.usecase.World.ORIGIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.organization.ReadOrganization;
import dev.latchkey.application.organization.RenameOrganization;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.organization.AuthRequired;
import dev.latchkey.domain.organization.AuthenticationRequirement;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.organization.OrganizationName;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.policy.Actor;
import dev.latchkey.domain.policy.Denial;
import dev.latchkey.domain.policy.Permission;
import dev.latchkey.domain.session.SignedIn;
import org.junit.jupiter.api.Test;

class OrganizationAccessTest {
  private final World world = new World();
  private final SignedIn ada = world.register(ADA).session().signedIn();
  private final SignedIn bob = world.register(new EmailAddress("bob@example.com")).session().signedIn();
  private final OrganizationId adas = ada.places().getFirst().organization().id();
  private final ReadOrganization read = new ReadOrganization(world.entrance);
  private final RenameOrganization rename = new RenameOrganization(world.ports.organizations(),
      world.entrance, world.audit, world.ports.unitOfWork());

  @Test
  void shows_an_organization_to_its_members_only() {
    assertThat(read(ada, adas)).isInstanceOf(ReadOrganization.Outcome.Found.class);
    assertThat(read(bob, adas)).isEqualTo(new ReadOrganization.Outcome.Denied(new Denial.NotFound()));
    assertThat(read(bob, new OrganizationId("7ZZZZZZZZZZZZZZZZZZZZZZZZZ")))
        .isEqualTo(new ReadOrganization.Outcome.Denied(new Denial.NotFound()));
  }

  @Test
  void lets_an_owner_rename_it_and_writes_that_down() {
    assertThat(rename(ada, "Acme Works")).isInstanceOf(RenameOrganization.Outcome.Renamed.class);
    assertThat(world.ports.organizations().find(adas).orElseThrow().name().value()).isEqualTo("Acme Works");
    assertThat(world.lastAudit(AuditAction.ORGANIZATION_RENAMED).details()).containsEntry("from", "Acme")
        .containsEntry("to", "Acme Works");
  }

  @Test
  void is_absent_for_strangers_who_try_to_rename_it() {
    assertThat(rename(bob, "Mine now")).isEqualTo(new RenameOrganization.Outcome.Denied(new Denial.NotFound()));
  }

  @Test
  void goes_by_the_role_that_is_stored_now_not_by_the_one_that_the_session_was_read_with() {
    Membership owner = ada.places().getFirst().membership();
    world.ports.unitOfWork().run(() -> {
      world.ports.memberships().save(new Membership(owner.id(), owner.organizationId(), owner.userId(), Role.AGENT,
          owner.status(), owner.source(), false, owner.createdAt(), owner.version()));
      return true;
    });
    assertThat(rename(ada, "Acme Works")).isEqualTo(
        new RenameOrganization.Outcome.Denied(new Denial.Forbidden(Permission.RENAME_ORGANIZATION)));
  }

  @Test
  void says_what_is_missing_where_the_organization_demands_more() {
    Organization acme = ada.places().getFirst().organization();
    world.ports.unitOfWork().run(() -> {
      world.ports.organizations().save(acme.demanding(new AuthenticationRequirement(AuthRequired.MFA, false)));
      return true;
    });
    assertThat(rename(ada, "Acme Works")).isInstanceOfSatisfying(RenameOrganization.Outcome.Denied.class,
        denied -> assertThat(denied.denial()).isInstanceOf(Denial.ProofMissing.class));
  }

  private ReadOrganization.Outcome read(SignedIn who, OrganizationId organization) {
    return read.read(new Actor.InSession(who), organization);
  }

  private RenameOrganization.Outcome rename(SignedIn who, String name) {
    return rename
        .rename(new RenameOrganization.Command(new Actor.InSession(who), adas, new OrganizationName(name), ORIGIN));
  }
}
