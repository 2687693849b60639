package dev.latchkey.adapter.web.fake;

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
import dev.latchkey.application.memory.FakeBlocklist;
import dev.latchkey.application.memory.InMemoryPorts;
import dev.latchkey.application.onetime.LinkTokens;
import dev.latchkey.application.organization.Entrance;
import dev.latchkey.application.paging.Paging;
import dev.latchkey.application.session.SessionOpening;
import dev.latchkey.application.signin.PasswordHasher;
import dev.latchkey.application.ssoinvitation.OfferSso;
import dev.latchkey.domain.session.SessionRules;
import java.time.InstantSource;
import java.util.List;

/** The use cases of invitations, on ports in memory. */
final class Inviting {
  private Inviting() {}

  static List<Object> on(InMemoryPorts ports, LinkTokens links, MailDispatch mail, Entrance entrance,
      PasswordHasher hasher, SessionOpening sessions, SessionRules rules, AuditTrail audit, Ids ids,
      InstantSource clock) {
    InvitationMail invitationMail = new InvitationMail(ports.users(), ports.memberships(), links, mail);
    AccountOpening accounts = new AccountOpening(ports.users(), ports.lastSignIns(), ids);
    InvitationLinks invitationLinks = new InvitationLinks(links, ports.invitations(), ports.organizations(),
        ports.memberships(), ports.removals(), ports.users(), accounts, audit);
    return List.of(
        new InviteMember(ports.invitations(), invitationMail, entrance, audit, ports.unitOfWork(), ids, clock),
        new ResendInvitation(ports.invitations(), invitationMail, entrance, audit, ports.unitOfWork()),
        new RevokeInvitation(ports.invitations(), entrance, audit, ports.unitOfWork()),
        new ListInvitations(ports.sentInvitations(), entrance, new Paging(ports.cursors()), clock),
        new FindInvitation(ports.invitations(), entrance),
        new OfferSso(invitationLinks, ports.ssoConnections(), ports.unitOfWork()),
        new ShowInvitation(invitationLinks, ports.unitOfWork()),
        new AcceptWithPassword(invitationLinks, accounts, ports.memberships(), hasher,
            new FakeBlocklist("passwordpassword"), sessions, ports.unitOfWork(), ids, clock),
        new AcceptSignedIn(invitationLinks, ports.memberships(), ports.lastSignIns(), rules, ports.unitOfWork(), ids,
            clock));
  }
}
