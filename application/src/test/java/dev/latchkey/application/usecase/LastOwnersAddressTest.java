package dev.latchkey.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.emailchange.ConfirmEmailChange;
import dev.latchkey.application.emailchange.StartEmailChange;
import dev.latchkey.application.policy.ChangeSecurity;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditOutcome;
import dev.latchkey.domain.onetime.SecretId;
import dev.latchkey.domain.organization.AuthenticationRequirement;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.organization.MembershipId;
import dev.latchkey.domain.organization.MembershipSource;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.policy.Actor;
import dev.latchkey.domain.policy.Reason;
import dev.latchkey.domain.session.SignedIn;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Ada is the only owner, and nothing but the domain of her address leads her in by single sign-on. */
class LastOwnersAddressTest {
  private static final EmailAddress OWN = new EmailAddress("ada@acme.example");
  private static final EmailAddress OUTSIDE = new EmailAddress("ada@elsewhere.example");

  private final EnforcementWorld enforcement = new EnforcementWorld();
  private final World world = enforcement.world;
  private final EmailChangeWorld change = new EmailChangeWorld(world, enforcement.members.adasSession);
  private final UserId ada = world.ports.users().findByEmail(World.ADA).orElseThrow().id();

  LastOwnersAddressTest() {
    save(user -> user.withMfa(false).movedTo(OWN));
    assertThat(enforcement.demand(EnforcementWorld.SSO, true)).isInstanceOf(ChangeSecurity.Outcome.Changed.class);
  }

  @Test
  void stays_while_nobody_else_gets_in_and_no_code_is_mailed() {
    String newest = world.lastMail().subject();
    assertThat(begin(OUTSIDE)).isEqualTo(new StartEmailChange.Outcome.LastOwner());
    assertThat(world.lastMail().subject()).isEqualTo(newest);
  }

  @Test
  void stays_although_its_code_is_right_if_nobody_else_gets_in_by_then() {
    MemberWorld.Somebody bob = enforcement.members.join("Bob", Role.OWNER);
    SecretId challenge = change.begin(OUTSIDE);
    world.ports.memberships().save(membership(bob.user().id()).deactivated());
    assertThat(change.confirm(challenge, change.lastCode())).isEqualTo(new ConfirmEmailChange.Outcome.LastOwner());
    assertThat(change.address()).isEqualTo(OWN);
    assertThat(world.lastAudit(AuditAction.EMAIL_CHANGED)).satisfies(event -> {
      assertThat(event.outcome()).isEqualTo(AuditOutcome.REFUSED);
      assertThat(event.chain()).extracting(Reason::rule).containsExactly("owner-left");
      assertThat(event.details()).containsEntry("to", OUTSIDE.value());
    });
  }

  @Test
  void may_be_another_one_of_a_verified_domain() {
    change.moveTo(new EmailAddress("countess@acme.example"));
    assertThat(change.address().value()).isEqualTo("countess@acme.example");
  }

  @Test
  void may_change_once_she_is_linked() {
    enforcement.link(ada);
    change.moveTo(OUTSIDE);
    assertThat(change.address()).isEqualTo(OUTSIDE);
  }

  @Test
  void may_change_once_she_can_break_the_glass() {
    save(user -> user.withMfa(true));
    SignedIn withApp = ((Actor.InSession) enforcement.ada()).signedIn();
    assertThat(change.start.start(new StartEmailChange.Command(withApp, OUTSIDE, World.ORIGIN)))
        .isInstanceOf(StartEmailChange.Outcome.CodeSent.class);
  }

  @Test
  void may_change_while_another_owner_gets_in() {
    enforcement.members.join("Bob", Role.OWNER);
    change.moveTo(OUTSIDE);
    assertThat(change.address()).isEqualTo(OUTSIDE);
  }

  @Test
  void may_change_where_single_sign_on_is_not_demanded() {
    demand(AuthenticationRequirement.NONE);
    change.moveTo(OUTSIDE);
    assertThat(change.address()).isEqualTo(OUTSIDE);
  }

  @Test
  void is_an_owners_matter_only() {
    UserId bob = enforcement.members.join("Bob", Role.OWNER).user().id();
    assertThat(membership(bob).isActiveOwner()).isTrue();
    world.ports.memberships().save(membership(ada).withRole(Role.ADMIN));
    assertThat(begin(OUTSIDE)).isInstanceOf(StartEmailChange.Outcome.CodeSent.class);
  }

  @Test
  void matters_to_each_of_her_organizations() {
    Organization open = world.ports.organizations()
        .findBySlug(world.register(new EmailAddress("zoe@example.com")).session().signedIn().places().getFirst()
            .organization().slug())
        .orElseThrow();
    world.ports.memberships().add(Membership.joined(new MembershipId(world.ids.next()), open.id(), ada, Role.OWNER,
        MembershipSource.MANUAL, world.clock.instant()));
    assertThat(begin(OUTSIDE)).isEqualTo(new StartEmailChange.Outcome.LastOwner());
  }

  private StartEmailChange.Outcome begin(EmailAddress wanted) {
    return change.start(change.ada, wanted);
  }

  private Membership membership(UserId user) {
    return world.ports.memberships().find(enforcement.acme, user).orElseThrow();
  }

  private void demand(AuthenticationRequirement requirement) {
    world.ports.organizations().save(enforcement.organization().demanding(requirement));
  }

  private void save(UnaryOperator<User> changed) {
    world.ports.users().save(changed.apply(world.ports.users().find(ada).orElseThrow()));
  }
}
