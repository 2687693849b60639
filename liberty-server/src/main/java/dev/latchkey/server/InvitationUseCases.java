package dev.latchkey.server;

import dev.latchkey.adapter.persistence.Storage;
import dev.latchkey.application.Ids;
import dev.latchkey.application.account.AccountOpening;
import dev.latchkey.application.audit.AuditTrail;
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
import dev.latchkey.application.mail.MailDispatch;
import dev.latchkey.application.onetime.LinkTokens;
import dev.latchkey.application.organization.Entrance;
import dev.latchkey.application.paging.Paging;
import dev.latchkey.application.session.SessionOpening;
import dev.latchkey.application.signin.PasswordHasher;
import dev.latchkey.application.ssoinvitation.OfferSso;
import dev.latchkey.domain.session.SessionRules;
import dev.latchkey.domain.signin.PasswordPolicy;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** How people are asked into an organization, and how they come in. */
@Dependent
public final class InvitationUseCases {

  @Produces
  @Singleton
  static InviteMember inviteMember(Storage storage, InvitationMail mail, Entrance entrance, AuditTrail audit, Ids ids,
      InstantSource clock) {
    return new InviteMember(storage.invitations(), mail, entrance, audit, storage.unitOfWork(), ids, clock);
  }

  @Produces
  @Singleton
  static ResendInvitation resendInvitation(Storage storage, InvitationMail mail, Entrance entrance, AuditTrail audit) {
    return new ResendInvitation(storage.invitations(), mail, entrance, audit, storage.unitOfWork());
  }

  @Produces
  @Singleton
  static RevokeInvitation revokeInvitation(Storage storage, Entrance entrance, AuditTrail audit) {
    return new RevokeInvitation(storage.invitations(), entrance, audit, storage.unitOfWork());
  }

  @Produces
  @Singleton
  static ListInvitations listInvitations(Storage storage, Entrance entrance, Paging paging, InstantSource clock) {
    return new ListInvitations(storage.sentInvitations(), entrance, paging, clock);
  }

  @Produces
  @Singleton
  static OfferSso offerSso(Storage storage, InvitationLinks links) {
    return new OfferSso(links, storage.ssoConnections(), storage.unitOfWork());
  }

  @Produces
  @Singleton
  static FindInvitation findInvitation(Storage storage, Entrance entrance) {
    return new FindInvitation(storage.invitations(), entrance);
  }

  @Produces
  @Singleton
  static ShowInvitation showInvitation(Storage storage, InvitationLinks links) {
    return new ShowInvitation(links, storage.unitOfWork());
  }

  @Produces
  @Singleton
  static AcceptWithPassword acceptWithPassword(Storage storage, InvitationLinks links, AccountOpening accounts,
      PasswordHasher hasher,
      PasswordPolicy.Blocklist blocklist, SessionOpening sessions, Ids ids, InstantSource clock) {
    return new AcceptWithPassword(links, accounts, storage.memberships(), hasher, blocklist, sessions,
        storage.unitOfWork(), ids, clock);
  }

  @Produces
  @Singleton
  static AcceptSignedIn acceptSignedIn(Storage storage, InvitationLinks links, SessionRules rules, Ids ids,
      InstantSource clock) {
    return new AcceptSignedIn(links, storage.memberships(), storage.lastSignIns(), rules, storage.unitOfWork(), ids,
        clock);
  }

  // What several of them share.

  @Produces
  @Singleton
  static InvitationMail invitationMail(Storage storage, LinkTokens links, MailDispatch mail) {
    return new InvitationMail(storage.users(), storage.memberships(), links, mail);
  }

  @Produces
  @Singleton
  static InvitationLinks invitationLinks(Storage storage, LinkTokens links, AccountOpening accounts, AuditTrail audit) {
    return new InvitationLinks(links, storage.invitations(), storage.organizations(), storage.memberships(),
        storage.removals(), storage.users(), accounts, audit);
  }
}
