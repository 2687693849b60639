package dev.latchkey.application.usecase;

import static dev.latchkey.application.usecase.InvitationWorld.BOB;
import static dev.latchkey.application.usecase.World.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.invitation.FindInvitation;
import dev.latchkey.application.invitation.InviteMember.Outcome;
import dev.latchkey.application.invitation.ListInvitations;
import dev.latchkey.application.invitation.ResendInvitation;
import dev.latchkey.application.invitation.RevokeInvitation;
import dev.latchkey.application.invitation.ShowInvitation;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.invitation.InvitationId;
import dev.latchkey.domain.mail.OutgoingMail;
import dev.latchkey.domain.mail.RecipientLimit;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.organization.MembershipId;
import dev.latchkey.domain.organization.MembershipSource;
import dev.latchkey.domain.organization.MembershipStatus;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.policy.Actor;
import dev.latchkey.domain.policy.Denial;
import dev.latchkey.domain.policy.Permission;
import dev.latchkey.domain.policy.Scope;
import dev.latchkey.domain.session.SignedIn;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InviteTest {
  private static final EmailAddress CAROL = new EmailAddress("carol@example.com");

  private final InvitationWorld acme = new InvitationWorld();
  private final World world = acme.world;

  @Test
  void mails_a_link_that_says_who_invites_where_and_as_what() {
    InvitationWorld.Invited invited = acme.inviteBob(Role.ADMIN);
    OutgoingMail mail = world.lastMail();
    assertThat(mail.to()).isEqualTo(BOB);
    assertThat(mail.expiresAt()).isEqualTo(invited.invitation().expiresAt())
        .isEqualTo(World.NOON.plus(Duration.ofDays(7)));
    assertThat(acme.show(invited.link())).isEqualTo(new ShowInvitation.Outcome.Open(BOB, acme.acme.name(),
        acme.ada.person().name(), Role.ADMIN, false));
    assertThat(world.lastAudit(AuditAction.INVITATION_SENT)).satisfies(event -> {
      assertThat(event.details()).containsEntry("email", BOB.value()).containsEntry("role", "ADMIN");
      assertThat(event.organization()).contains(acme.acme.id());
      assertThat(event.actor()).contains(acme.ada.person().id());
    });
  }

  @Test
  void nobody_gives_away_more_than_they_have() {
    SignedIn admin = acme.member(BOB, Role.ADMIN);
    assertThat(acme.invite(admin, CAROL, Role.OWNER))
        .isEqualTo(new Outcome.Denied(new Denial.Forbidden(Permission.MANAGE_OWNERS)));
    assertThat(acme.invite(admin, CAROL, Role.ADMIN)).isInstanceOf(Outcome.Invited.class);
    acme.become(admin, Role.AGENT, MembershipStatus.ACTIVE);
    assertThat(acme.invite(admin, new EmailAddress("dora@example.com"), Role.AGENT))
        .isEqualTo(new Outcome.Denied(new Denial.Forbidden(Permission.MANAGE_MEMBERS)));
    assertThat(acme.invite(acme.ada, new EmailAddress("dora@example.com"), Role.OWNER))
        .isInstanceOf(Outcome.Invited.class);
  }

  @Test
  void a_key_invites_by_its_scope_but_never_an_owner() {
    Actor writing = new Actor.WithKey(acme.ada.person().id(), acme.acme.id(), Set.of(Scope.MEMBERS_WRITE));
    Actor reading = new Actor.WithKey(acme.ada.person().id(), acme.acme.id(), Set.of(Scope.MEMBERS_READ));
    assertThat(acme.invite(reading, BOB, Role.AGENT)).isInstanceOf(Outcome.Denied.class);
    assertThat(acme.invite(writing, BOB, Role.OWNER)).isInstanceOf(Outcome.Denied.class);
    assertThat(acme.invite(writing, BOB, Role.AGENT)).isInstanceOf(Outcome.Invited.class);
  }

  @Test
  void does_not_exist_for_people_of_another_organization() {
    SignedIn stranger = world.register(CAROL).session().signedIn();
    InvitationId id = acme.inviteBob(Role.AGENT).invitation().id();
    Denial absent = new Denial.NotFound();
    assertThat(acme.invite(stranger, BOB, Role.AGENT)).isEqualTo(new Outcome.Denied(absent));
    assertThat(acme.resend(stranger, id)).isEqualTo(new ResendInvitation.Outcome.Denied(absent));
    assertThat(acme.revoke(stranger, id)).isEqualTo(new RevokeInvitation.Outcome.Denied(absent));
    assertThat(acme.list(stranger)).isEqualTo(new ListInvitations.Outcome.Denied(absent));
    assertThat(acme.find.find(new Actor.InSession(stranger), acme.acme.id(), id))
        .isEqualTo(new FindInvitation.Outcome.Denied(absent));
    assertThat(acme.find.find(new Actor.InSession(stranger),
        stranger.places().getFirst().organization().id(), id)).isEqualTo(new FindInvitation.Outcome.NotFound());
  }

  @Test
  void members_are_not_invited_whatever_their_status() {
    assertThat(acme.invite(acme.ada, ADA, Role.AGENT)).isEqualTo(new Outcome.AlreadyMember(MembershipStatus.ACTIVE));
    SignedIn bob = acme.member(BOB, Role.AGENT);
    for (MembershipStatus status : MembershipStatus.values()) {
      acme.become(bob, Role.AGENT, status);
      assertThat(acme.invite(acme.ada, BOB, Role.AGENT)).isEqualTo(new Outcome.AlreadyMember(status));
    }
  }

  @Test
  void an_address_is_asked_once_until_the_invitation_has_expired() {
    InvitationId first = acme.inviteBob(Role.OWNER).invitation().id();
    assertThat(acme.invite(acme.ada, BOB, Role.AGENT)).isEqualTo(new Outcome.AlreadyInvited());
    world.clock.advance(Duration.ofDays(7));
    assertThat(acme.list()).singleElement().matches(ListInvitations.Entry::expired);
    assertThat(acme.invite(acme.ada, BOB, Role.AGENT)).isInstanceOf(Outcome.Invited.class);
    assertThat(acme.list()).singleElement().satisfies(entry -> {
      assertThat(entry.expired()).isFalse();
      assertThat(entry.sent().invitation().id()).isNotEqualTo(first);
      assertThat(entry.sent().invitation().role()).isEqualTo(Role.AGENT);
    });
  }

  @Test
  void floods_nobodys_mailbox() {
    InvitationId id = acme.inviteBob(Role.AGENT).invitation().id();
    for (int mails = 1; mails < RecipientLimit.MAILS; mails++) {
      assertThat(acme.resend(acme.ada, id)).isInstanceOf(ResendInvitation.Outcome.Resent.class);
    }
    assertThat(acme.resend(acme.ada, id)).isEqualTo(new ResendInvitation.Outcome.TooManyMails());
    acme.revoke(acme.ada, id);
    assertThat(acme.invite(acme.ada, BOB, Role.AGENT)).isEqualTo(new Outcome.TooManyMails());
  }

  @Test
  void only_owners_send_again_or_take_back_what_makes_an_owner() {
    SignedIn admin = acme.member(CAROL, Role.ADMIN);
    InvitationId id = acme.inviteBob(Role.OWNER).invitation().id();
    Denial denial = new Denial.Forbidden(Permission.MANAGE_OWNERS);
    assertThat(acme.resend(admin, id)).isEqualTo(new ResendInvitation.Outcome.Denied(denial));
    assertThat(acme.revoke(admin, id)).isEqualTo(new RevokeInvitation.Outcome.Denied(denial));
    assertThat(acme.find.find(new Actor.InSession(admin), acme.acme.id(), id))
        .isEqualTo(new FindInvitation.Outcome.Denied(denial));
    assertThat(acme.revoke(acme.ada, id)).isEqualTo(new RevokeInvitation.Outcome.Revoked());
    assertThat(acme.revoke(acme.ada, id)).isEqualTo(new RevokeInvitation.Outcome.NotFound());
    assertThat(acme.resend(acme.ada, id)).isEqualTo(new ResendInvitation.Outcome.NotFound());
    assertThat(world.lastAudit(AuditAction.INVITATION_REVOKED).details()).containsEntry("role", "OWNER");
  }

  @Test
  void whoever_sends_it_again_answers_for_it_from_then_on() {
    SignedIn admin = acme.member(CAROL, Role.ADMIN);
    InvitationId id = acme.inviteBob(Role.AGENT).invitation().id();
    assertThat(acme.resend(admin, id)).isInstanceOf(ResendInvitation.Outcome.Resent.class);
    assertThat(acme.list()).singleElement()
        .matches(entry -> entry.sent().invitation().invitedBy().equals(admin.person().id()));
    assertThat(world.lastAudit(AuditAction.INVITATION_RESENT).actor()).contains(admin.person().id());
  }

  @Test
  void is_not_sent_again_to_somebody_who_came_in_by_another_way() {
    InvitationId id = acme.inviteBob(Role.AGENT).invitation().id();
    SignedIn bob = world.register(BOB).session().signedIn();
    world.ports.memberships().add(Membership.joined(
        new MembershipId(world.ids.next()), acme.acme.id(), bob.person().id(),
        Role.AGENT, MembershipSource.MANUAL, World.NOON));
    assertThat(acme.resend(acme.ada, id))
        .isEqualTo(new ResendInvitation.Outcome.AlreadyMember(MembershipStatus.ACTIVE));
  }

  @Test
  void agents_do_not_see_who_is_invited() {
    SignedIn agent = acme.member(CAROL, Role.AGENT);
    assertThat(acme.list(agent))
        .isEqualTo(new ListInvitations.Outcome.Denied(new Denial.Forbidden(Permission.READ_MEMBERS)));
  }
}
