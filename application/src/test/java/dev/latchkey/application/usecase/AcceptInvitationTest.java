package dev.latchkey.application.usecase;

import static dev.latchkey.application.usecase.InvitationWorld.BOB;
import static dev.latchkey.application.usecase.InvitationWorld.BOBS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.contract.Together;
import dev.latchkey.application.invitation.AcceptSignedIn;
import dev.latchkey.application.invitation.AcceptWithPassword.Outcome;
import dev.latchkey.application.invitation.ShowInvitation;
import dev.latchkey.application.signin.SignInWithPassword;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.PasswordHash;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.AuditOutcome;
import dev.latchkey.domain.onetime.LinkToken;
import dev.latchkey.domain.onetime.Purpose;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.organization.MembershipId;
import dev.latchkey.domain.organization.MembershipSource;
import dev.latchkey.domain.organization.MembershipStatus;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.session.Proof;
import dev.latchkey.domain.session.SignedIn;
import dev.latchkey.domain.signin.Password;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AcceptInvitationTest {
  private static final EmailAddress CAROL = new EmailAddress("carol@example.com");

  private final InvitationWorld acme = new InvitationWorld();
  private final World world = acme.world;

  @Test
  void somebody_new_becomes_a_member_with_a_password_and_is_signed_in() {
    SignedIn bob = ((Outcome.SignedIn) acme.accept(acme.inviteBob(Role.ADMIN).link())).opened().session().signedIn();
    assertThat(bob.person().email()).isEqualTo(BOB);
    assertThat(bob.session().proofs().has(Proof.MagicLink.class)).isTrue();
    Membership membership = bob.places().getFirst().membership();
    assertThat(membership.role()).isEqualTo(Role.ADMIN);
    assertThat(membership.status()).isEqualTo(MembershipStatus.ACTIVE);
    assertThat(membership.source()).isEqualTo(MembershipSource.INVITATION);
    assertThat(membership.breakGlass()).isFalse();
    assertThat(world.signIn(BOB, BOBS)).isInstanceOf(SignInWithPassword.Outcome.SignedIn.class);
    assertThat(acme.list()).isEmpty();
    AuditEvent event = world.lastAudit(AuditAction.INVITATION_ACCEPTED);
    assertThat(event.outcome()).isEqualTo(AuditOutcome.SUCCESS);
    assertThat(event.actor()).contains(bob.person().id());
    assertThat(event.organization()).contains(acme.acme.id());
    assertThat(event.details()).containsEntry("email", BOB.value()).containsEntry("role", "ADMIN");
  }

  @Test
  void a_link_works_once() {
    LinkToken link = acme.inviteBob(Role.AGENT).link();
    acme.accept(link);
    assertDead(link, "link-valid");
  }

  @Test
  void of_sixteen_at_once_one_comes_in() {
    LinkToken link = acme.inviteBob(Role.AGENT).link();
    List<Outcome> outcomes = Together.run(16, () -> acme.accept(link));
    assertThat(outcomes).filteredOn(Outcome.SignedIn.class::isInstance).hasSize(1);
    assertThat(outcomes).filteredOn(outcome -> !(outcome instanceof Outcome.SignedIn))
        .containsOnly(new Outcome.LinkInvalid());
  }

  @Test
  void a_link_expires_after_a_week_for_good() {
    LinkToken link = acme.inviteBob(Role.AGENT).link();
    world.clock.advance(Duration.ofDays(7).minusSeconds(1));
    assertThat(acme.show(link)).isInstanceOf(ShowInvitation.Outcome.Open.class);
    world.clock.advance(Duration.ofSeconds(1));
    assertDead(link, "link-valid");
    world.clock.set(World.NOON);
    assertDead(link, "link-valid");
  }

  @Test
  void a_revoked_invitation_is_dead_at_once() {
    InvitationWorld.Invited invited = acme.inviteBob(Role.AGENT);
    acme.revoke(acme.ada, invited.invitation().id());
    assertDead(invited.link(), "invitation-there");
  }

  @Test
  void only_the_newest_link_works() {
    InvitationWorld.Invited invited = acme.inviteBob(Role.AGENT);
    world.clock.advance(Duration.ofDays(8));
    acme.resend(acme.ada, invited.invitation().id());
    LinkToken second = acme.lastLink();
    acme.resend(acme.ada, invited.invitation().id());
    assertDead(invited.link(), "link-valid");
    for (int i = 0; i < 6; i++) {
      // An old link is not a guess at the new one: it doesn't use its tries up.
      assertDead(second, "link-newest");
    }
    assertThat(acme.accept(acme.lastLink())).isInstanceOf(Outcome.SignedIn.class);
  }

  @Test
  void five_guesses_at_the_secret_void_the_link() {
    LinkToken link = acme.inviteBob(Role.AGENT).link();
    for (int i = 0; i < 5; i++) {
      assertDead(LinkToken.random(link.id(), world.random), "link-valid");
    }
    assertDead(link, "link-valid");
  }

  @Test
  void a_link_of_another_purpose_is_none() {
    LinkToken magic = acme.links.issue(Purpose.MAGIC_LINK, Map.of()).token();
    assertDead(magic, "link-valid");
  }

  @Test
  void whoever_lost_the_right_to_invite_lets_nobody_in_any_more() {
    SignedIn admin = acme.member(CAROL, Role.ADMIN);
    acme.invite(admin, BOB, Role.ADMIN);
    LinkToken link = acme.lastLink();
    acme.become(admin, Role.AGENT, MembershipStatus.ACTIVE);
    assertDead(link, "inviter-may-grant");
    acme.become(admin, Role.ADMIN, MembershipStatus.DEACTIVATED);
    assertDead(link, "inviter-may-grant");
    assertThat(world.lastAudit(AuditAction.INVITATION_ACCEPTED)).satisfies(event -> {
      assertThat(event.organization()).contains(acme.acme.id());
      assertThat(event.details()).containsEntry("email", BOB.value()).containsEntry("role", "ADMIN");
    });
    acme.become(admin, Role.ADMIN, MembershipStatus.ACTIVE);
    assertThat(acme.accept(link)).isInstanceOf(Outcome.SignedIn.class);
  }

  @Test
  void an_owner_who_is_an_admin_by_now_makes_nobody_an_owner() {
    SignedIn owner = acme.member(CAROL, Role.OWNER);
    acme.invite(owner, BOB, Role.OWNER);
    LinkToken link = acme.lastLink();
    acme.become(owner, Role.ADMIN, MembershipStatus.ACTIVE);
    assertDead(link, "inviter-may-grant");
  }

  @Test
  void the_password_has_to_be_good_and_the_link_stays_good_until_it_is() {
    LinkToken link = acme.inviteBob(Role.AGENT).link();
    for (String bad : List.of("too short", "passwordpassword", "Bob-Builder-Acme!", "bob@example.com-acme")) {
      assertThat(acme.accept(link, new Password(bad))).as(bad).isInstanceOf(Outcome.PasswordRejected.class);
    }
    assertThat(acme.accept(link)).isInstanceOf(Outcome.SignedIn.class);
  }

  @Test
  void an_account_that_is_there_never_gets_a_password_this_way() {
    Optional<PasswordHash> before = registered().password();
    LinkToken link = acme.inviteBob(Role.AGENT).link();
    assertThat(acme.accept(link)).isEqualTo(new Outcome.AccountExists());
    assertThat(world.ports.users().findByEmail(BOB).flatMap(User::password)).isEqualTo(before);
    assertThat(acme.show(link)).isInstanceOfSatisfying(ShowInvitation.Outcome.Open.class,
        open -> assertThat(open.hasAccount()).isTrue());
  }

  @Test
  void an_account_accepts_in_a_session_of_its_own_only() {
    SignedIn bob = world.register(BOB).session().signedIn();
    SignedIn carol = world.register(CAROL).session().signedIn();
    LinkToken link = acme.inviteBob(Role.ADMIN).link();
    assertThat(acme.acceptWithoutSession(link)).isEqualTo(new AcceptSignedIn.Outcome.SignInNeeded());
    assertThat(acme.acceptAs(carol, link)).isEqualTo(new AcceptSignedIn.Outcome.OtherAccount());
    assertThat(acme.acceptAs(acme.ada, link)).isEqualTo(new AcceptSignedIn.Outcome.OtherAccount());
    assertThat(acme.acceptAs(bob, link)).isInstanceOfSatisfying(AcceptSignedIn.Outcome.Joined.class, joined -> {
      assertThat(joined.organization()).isEqualTo(acme.acme.slug());
      assertThat(joined.session().signedIn().place(acme.acme.id()).orElseThrow().membership().role())
          .isEqualTo(Role.ADMIN);
    });
    assertThat(acme.acceptAs(bob, link)).isEqualTo(new AcceptSignedIn.Outcome.LinkInvalid());
    assertThat(acme.membership(bob).map(Membership::source)).contains(MembershipSource.INVITATION);
  }

  @Test
  void a_session_that_owes_its_second_factor_accepts_nothing() {
    SignedIn bob = world.register(BOB).session().signedIn();
    LinkToken link = acme.inviteBob(Role.AGENT).link();
    SignedIn half = new SignedIn(bob.session(), new SignedIn.Person(bob.person().id(), bob.person().email(),
        bob.person().name(), bob.person().locale(), true), bob.places());
    assertThat(acme.acceptAs(half, link)).isEqualTo(new AcceptSignedIn.Outcome.SecondFactorNeeded());
    assertThat(acme.membership(bob)).isEmpty();
  }

  @Test
  void an_address_without_an_account_accepts_with_a_password_only() {
    LinkToken link = acme.inviteBob(Role.AGENT).link();
    assertThat(acme.acceptAs(acme.ada, link)).isEqualTo(new AcceptSignedIn.Outcome.AccountMissing());
    assertThat(acme.accept(link)).isInstanceOf(Outcome.SignedIn.class);
  }

  @Test
  void whoever_became_a_member_by_another_way_keeps_the_role_they_have() {
    SignedIn bob = world.register(BOB).session().signedIn();
    LinkToken link = acme.inviteBob(Role.OWNER).link();
    world.ports.memberships().add(Membership.joined(
        new MembershipId(world.ids.next()), acme.acme.id(), bob.person().id(),
        Role.AGENT, MembershipSource.MANUAL, World.NOON));
    assertThat(acme.acceptAs(bob, link)).isEqualTo(new AcceptSignedIn.Outcome.LinkInvalid());
    assertThat(acme.membership(bob).map(Membership::role)).contains(Role.AGENT);
    assertRefusedBecauseOf("not-a-member-yet");
  }

  @Test
  void an_invitation_lifts_a_removal_when_it_is_accepted() {
    SignedIn bob = world.register(BOB).session().signedIn();
    world.ports.removals().remember(acme.acme.id(), bob.person().id(), World.NOON);
    LinkToken link = acme.inviteBob(Role.AGENT).link();
    assertThat(world.ports.removals().isRemembered(acme.acme.id(), bob.person().id())).isTrue();
    assertThat(acme.acceptAs(bob, link)).isInstanceOf(AcceptSignedIn.Outcome.Joined.class);
    assertThat(world.ports.removals().isRemembered(acme.acme.id(), bob.person().id())).isFalse();
  }

  private User registered() {
    world.register(BOB);
    return world.ports.users().findByEmail(BOB).orElseThrow();
  }

  private void assertDead(LinkToken link, String rule) {
    assertThat(acme.show(link)).isEqualTo(new ShowInvitation.Outcome.LinkInvalid());
    assertThat(acme.accept(link)).isEqualTo(new Outcome.LinkInvalid());
    assertRefusedBecauseOf(rule);
    assertThat(acme.acceptAs(acme.ada, link)).isEqualTo(new AcceptSignedIn.Outcome.LinkInvalid());
    assertRefusedBecauseOf(rule);
  }

  private void assertRefusedBecauseOf(String rule) {
    AuditEvent event = world.lastAudit(AuditAction.INVITATION_ACCEPTED);
    assertThat(event.outcome()).isEqualTo(AuditOutcome.REFUSED);
    assertThat(event.chain()).singleElement().matches(reason -> reason.rule().equals(rule));
  }
}
