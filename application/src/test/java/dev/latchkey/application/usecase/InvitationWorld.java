package dev.latchkey.application.usecase;

import static dev.latchkey.application.usecase.World.ADA;
import static dev.latchkey.application.usecase.World.ORIGIN;

import dev.latchkey.application.invitation.AcceptSignedIn;
import dev.latchkey.application.invitation.AcceptWithPassword;
import dev.latchkey.application.invitation.FindInvitation;
import dev.latchkey.application.invitation.InvitationLinks;
import dev.latchkey.application.invitation.InvitationMail;
import dev.latchkey.application.invitation.InviteMember;
import dev.latchkey.application.invitation.ListInvitations;
import dev.latchkey.application.invitation.ResendInvitation;
import dev.latchkey.application.invitation.RevokeInvitation;
import dev.latchkey.application.invitation.ShowInvitation;
import dev.latchkey.application.onetime.LinkTokens;
import dev.latchkey.application.paging.Paging;
import dev.latchkey.application.paging.PartRequest;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.PersonName;
import dev.latchkey.domain.invitation.Invitation;
import dev.latchkey.domain.invitation.InvitationId;
import dev.latchkey.domain.onetime.LinkToken;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.organization.MembershipStatus;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.policy.Actor;
import dev.latchkey.domain.session.SignedIn;
import dev.latchkey.domain.signin.Password;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A deployment with Ada's organization Acme, and short ways to ask people into it. */
final class InvitationWorld {
  static final EmailAddress BOB = new EmailAddress("bob@example.com");
  static final Password BOBS = new Password("nine yellow kettles");

  final World world = new World();
  final SignedIn ada = world.register(ADA).session().signedIn();
  final Organization acme = ada.places().getFirst().organization();
  final LinkTokens links = new LinkTokens(world.ports.oneTimeSecrets(), world.ids, world.clock, world.random);
  private final InvitationMail mail = new InvitationMail(world.ports.users(), world.ports.memberships(), links,
      world.mail);
  private final InvitationLinks invitationLinks = new InvitationLinks(links, world.ports.invitations(),
      world.ports.organizations(), world.ports.memberships(), world.ports.removals(),
      world.ports.users(), world.accounts, world.audit);
  final InviteMember invite = new InviteMember(world.ports.invitations(), mail, world.entrance, world.audit,
      world.ports.unitOfWork(), world.ids, world.clock);
  final ResendInvitation resend = new ResendInvitation(world.ports.invitations(), mail, world.entrance, world.audit,
      world.ports.unitOfWork());
  final RevokeInvitation revoke = new RevokeInvitation(world.ports.invitations(), world.entrance, world.audit,
      world.ports.unitOfWork());
  final FindInvitation find = new FindInvitation(world.ports.invitations(), world.entrance);
  private final ListInvitations list = new ListInvitations(world.ports.sentInvitations(), world.entrance,
      new Paging(world.ports.cursors()), world.clock);
  private final ShowInvitation show = new ShowInvitation(invitationLinks, world.ports.unitOfWork());
  private final AcceptWithPassword acceptWithPassword = new AcceptWithPassword(invitationLinks, world.accounts,
      world.ports.memberships(), world.hasher, world.blocklist, world.sessionOpening, world.ports.unitOfWork(),
      world.ids, world.clock);
  private final AcceptSignedIn acceptSignedIn = new AcceptSignedIn(invitationLinks, world.ports.memberships(),
      world.ports.lastSignIns(), World.RULES, world.ports.unitOfWork(), world.ids, world.clock);

  InviteMember.Outcome invite(SignedIn by, EmailAddress email, Role role) {
    return invite(new Actor.InSession(by), email, role);
  }

  InviteMember.Outcome invite(Actor by, EmailAddress email, Role role) {
    return invite.invite(new InviteMember.Command(by, acme.id(), email, role, Locale.ENGLISH, ORIGIN));
  }

  /** Has Ada invite Bob. */
  Invited inviteBob(Role role) {
    return new Invited(((InviteMember.Outcome.Invited) invite(ada, BOB, role)).sent().invitation(), lastLink());
  }

  ResendInvitation.Outcome resend(SignedIn by, InvitationId id) {
    return resend
        .resend(new ResendInvitation.Command(new Actor.InSession(by), acme.id(), id, Locale.ENGLISH, ORIGIN));
  }

  RevokeInvitation.Outcome revoke(SignedIn by, InvitationId id) {
    return revoke.revoke(new RevokeInvitation.Command(new Actor.InSession(by), acme.id(), id, ORIGIN));
  }

  List<ListInvitations.Entry> list() {
    return ((ListInvitations.Outcome.Found) list(ada)).invitations().items();
  }

  ListInvitations.Outcome list(SignedIn by) {
    return list.list(new Actor.InSession(by), acme.id(), new PartRequest(10, Optional.empty()));
  }

  ShowInvitation.Outcome show(LinkToken token) {
    return show.show(token);
  }

  AcceptWithPassword.Outcome accept(LinkToken token) {
    return accept(token, BOBS);
  }

  AcceptWithPassword.Outcome accept(LinkToken token, Password password) {
    return acceptWithPassword.accept(new AcceptWithPassword.Command(token, new PersonName("Bob Builder"), password,
        Locale.ENGLISH, world.newBrowser(), ORIGIN));
  }

  AcceptSignedIn.Outcome acceptAs(SignedIn caller, LinkToken token) {
    return acceptSignedIn.accept(new AcceptSignedIn.Command(token, Optional.of(caller), ORIGIN));
  }

  AcceptSignedIn.Outcome acceptWithoutSession(LinkToken token) {
    return acceptSignedIn.accept(new AcceptSignedIn.Command(token, Optional.empty(), ORIGIN));
  }

  LinkToken lastLink() {
    return LinkToken.parse(world.lastMail().text());
  }

  /** Somebody who came in by an invitation of Ada's. */
  SignedIn member(EmailAddress email, Role role) {
    invite(ada, email, role);
    return ((AcceptWithPassword.Outcome.SignedIn) accept(lastLink())).opened().session().signedIn();
  }

  void become(SignedIn member, Role role, MembershipStatus status) {
    Membership now = membership(member).orElseThrow();
    world.ports.memberships().save(new Membership(now.id(), now.organizationId(), now.userId(), role, status,
        now.source(), false, now.createdAt(), now.version()));
  }

  Optional<Membership> membership(SignedIn who) {
    return world.ports.memberships().find(acme.id(), who.person().id());
  }

  /** An invitation and the token of its link. */
  record Invited(Invitation invitation, LinkToken link) {}
}
