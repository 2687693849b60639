package dev.latchkey.adapter.web.fake;

import dev.latchkey.adapter.web.federation.SsoRefusals;
import dev.latchkey.adapter.web.page.Pages;
import dev.latchkey.adapter.web.settings.WebSettings;
import dev.latchkey.application.Ids;
import dev.latchkey.application.account.AccountOpening;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.domainclaim.AccountProof;
import dev.latchkey.application.domainclaim.AutoJoining;
import dev.latchkey.application.federation.BeginSsoLinking;
import dev.latchkey.application.federation.BeginSsoSignIn;
import dev.latchkey.application.federation.CompleteSsoSignIn;
import dev.latchkey.application.federation.IdentityNotices;
import dev.latchkey.application.federation.ListIdentities;
import dev.latchkey.application.federation.OfferSsoProof;
import dev.latchkey.application.federation.OwnIdentities;
import dev.latchkey.application.federation.SocialAudit;
import dev.latchkey.application.federation.SsoArrivals;
import dev.latchkey.application.federation.SsoAudit;
import dev.latchkey.application.federation.SsoDeparture;
import dev.latchkey.application.federation.SsoDoor;
import dev.latchkey.application.federation.SsoForesight;
import dev.latchkey.application.federation.SsoLinking;
import dev.latchkey.application.federation.SsoReception;
import dev.latchkey.application.federation.SsoReturn;
import dev.latchkey.application.federation.SsoSessions;
import dev.latchkey.application.federation.UnlinkIdentity;
import dev.latchkey.application.federation.VouchedSessions;
import dev.latchkey.application.guessing.GuessLimit;
import dev.latchkey.application.guessing.KnownAddresses;
import dev.latchkey.application.history.ForeseeSignIn;
import dev.latchkey.application.invitation.InvitationLinks;
import dev.latchkey.application.invitation.OpenInvitations;
import dev.latchkey.application.member.LastOwner;
import dev.latchkey.application.memory.FakeRelyingParty;
import dev.latchkey.application.memory.InMemoryPorts;
import dev.latchkey.application.onetime.LinkTokens;
import dev.latchkey.application.organization.Entrance;
import dev.latchkey.application.session.ForeignWords;
import dev.latchkey.application.session.SessionOpening;
import dev.latchkey.application.session.SessionPromotion;
import dev.latchkey.application.social.SocialArrivals;
import dev.latchkey.application.social.SocialForesight;
import dev.latchkey.domain.session.SessionRules;
import dev.latchkey.domain.sso.CallbackAddresses;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The use cases of signing in at identity providers, on ports in memory. */
final class Federating {
  private Federating() {}

  static List<Object> on(InMemoryPorts ports, FakeRelyingParty provider, Pages pages, WebSettings settings,
      LinkTokens links, IdentityNotices notices, Entrance entrance, AutoJoining joining, SessionOpening opening,
      SessionRules rules, AuditTrail audit, Ids ids, InstantSource clock, RandomGenerator random) {
    CallbackAddresses addresses = new CallbackAddresses(settings.publicUrl());
    SsoAudit ssoAudit = new SsoAudit(audit);
    OpenInvitations invitations =
        new OpenInvitations(ports.invitations(), ports.memberships(), ports.removals(), audit);
    AccountProof proof = new AccountProof(ports.verifiedDomains(), clock);
    SsoSessions sessions = new SsoSessions(ports.sessions(), opening, new SessionPromotion(ports.sessions(), random),
        ports.memberships(), proof,
        new ForeignWords(ports.lastSignIns(), ports.federatedIdentities(), ports.ownSessions(), audit), rules);
    AccountOpening accounts = new AccountOpening(ports.users(), ports.lastSignIns(), ids);
    SsoArrivals arrivals = new SsoArrivals(ports.federatedIdentities(), ports.users(), accounts,
        ports.memberships(), ports.removals(), ports.verifiedDomains(),
        new InvitationLinks(links, ports.invitations(), ports.organizations(), ports.memberships(), ports.removals(),
            ports.users(), accounts, audit),
        invitations, ports.justInTime(),
        new KnownAddresses(new GuessLimit(ports.guessCounts(), ports.knownBrowsers(), clock)));
    SsoReception reception = new SsoReception(ports.federatedIdentities(), ports.users(), ports.memberships(),
        invitations, ports.ownSessions(), notices, ssoAudit, audit, ids);
    SsoDoor door = new SsoDoor(arrivals, reception, sessions, ports.ssoConnections(), ports.memberships(),
        ports.providerSessions(), Optional.empty(), ssoAudit);
    SsoDeparture departure = new SsoDeparture(links, provider, addresses, true, clock, random);
    OwnIdentities identities = new OwnIdentities(ports.federatedIdentities(), ports.organizations(),
        ports.ssoConnections(), ports.memberships(), ports.socialIdentities(), Connecting.CLIENTS);
    return List.of(new SsoRefusals(pages),
        new BeginSsoSignIn(ports.organizations(), ports.ssoConnections(), departure, ssoAudit, ports.unitOfWork()),
        new ListIdentities(identities, ports.ssoConnections(), ports.unitOfWork()),
        new BeginSsoLinking(ports.memberships(), ports.ssoConnections(), departure, proof, ssoAudit,
            ports.unitOfWork()),
        new UnlinkIdentity(identities, ports.users(), ports.passkeys(),
            new VouchedSessions(ports.ownSessions(), ports.shownProofs(), ports.providerSessions()),
            new LastOwner(ports.owners(), ports.organizations(), clock), notices, proof, ssoAudit,
            new SocialAudit(audit), ports.unitOfWork()),
        new OfferSsoProof(identities, proof, ports.unitOfWork()),
        new ForeseeSignIn(entrance, ports.users(), ports.memberships(), ports.passkeys(), joining,
            new SsoForesight(arrivals, ports.ssoConnections(), ports.federatedIdentities(), ports.users(), ids),
            new SocialForesight(
                new SocialArrivals(ports.socialIdentities(), ports.users(), accounts, ports.memberships(),
                    settings.signUpOpen()),
                ports.socialIdentities(), Connecting.CLIENTS, ports.users(), joining, ids),
            ports.unitOfWork(), clock),
        new CompleteSsoSignIn(new SsoReturn(links, ports.organizations(), ports.ssoConnections(), addresses), provider,
            door, new SsoLinking(ports.federatedIdentities(), ports.users(), reception, sessions, door), ssoAudit,
            ports.unitOfWork(), clock));
  }
}
