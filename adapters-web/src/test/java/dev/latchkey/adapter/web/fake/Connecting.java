package dev.latchkey.adapter.web.fake;

import dev.latchkey.adapter.web.federation.Arriving;
import dev.latchkey.adapter.web.federation.SocialRefusals;
import dev.latchkey.adapter.web.page.Pages;
import dev.latchkey.adapter.web.session.SessionCookies;
import dev.latchkey.adapter.web.settings.WebSettings;
import dev.latchkey.application.Ids;
import dev.latchkey.application.account.AccountOpening;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.domainclaim.AccountProof;
import dev.latchkey.application.domainclaim.AutoJoining;
import dev.latchkey.application.federation.IdentityNotices;
import dev.latchkey.application.federation.SocialAudit;
import dev.latchkey.application.federation.SsoSessions;
import dev.latchkey.application.memory.FakeRelyingParty;
import dev.latchkey.application.memory.InMemoryPorts;
import dev.latchkey.application.onetime.LinkTokens;
import dev.latchkey.application.session.ForeignWords;
import dev.latchkey.application.session.SessionOpening;
import dev.latchkey.application.session.SessionPromotion;
import dev.latchkey.application.social.BeginSocialLinking;
import dev.latchkey.application.social.BeginSocialSignIn;
import dev.latchkey.application.social.CompleteSocialSignIn;
import dev.latchkey.application.social.SocialArrivals;
import dev.latchkey.application.social.SocialDeparture;
import dev.latchkey.application.social.SocialDoor;
import dev.latchkey.application.social.SocialLinking;
import dev.latchkey.application.social.SocialReception;
import dev.latchkey.application.social.SocialReturn;
import dev.latchkey.domain.session.SessionRules;
import dev.latchkey.domain.social.SocialCallbacks;
import dev.latchkey.domain.social.SocialClients;
import dev.latchkey.domain.social.SocialProvider;
import dev.latchkey.domain.sso.ClientId;
import dev.latchkey.domain.sso.ClientSecret;
import dev.latchkey.domain.sso.IssuerUrl;
import dev.latchkey.domain.sso.OidcClient;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** The use cases of signing in at a provider of the deployment, on ports in memory; only Google is set up. */
final class Connecting {
  static final SocialClients CLIENTS = new SocialClients(Map.of(SocialProvider.GOOGLE,
      new OidcClient(SocialProvider.GOOGLE.kind(), new IssuerUrl(FakeRelyingParty.ISSUER), new ClientId("latchkey"),
          new ClientSecret("secret"))));

  private Connecting() {}

  static List<Object> on(InMemoryPorts ports, FakeRelyingParty provider, Pages pages, WebSettings settings,
      LinkTokens links, SessionOpening opening, AutoJoining joining, IdentityNotices notices, SessionRules rules,
      AuditTrail audit, Ids ids, InstantSource clock, RandomGenerator random) {
    SocialCallbacks callbacks = new SocialCallbacks(settings.publicUrl());
    SocialAudit socialAudit = new SocialAudit(audit);
    AccountOpening accounts = new AccountOpening(ports.users(), ports.lastSignIns(), ids);
    SsoSessions sessions = new SsoSessions(ports.sessions(), opening, new SessionPromotion(ports.sessions(), random),
        ports.memberships(),
        new AccountProof(ports.verifiedDomains(), clock),
        new ForeignWords(ports.lastSignIns(), ports.federatedIdentities(), ports.ownSessions(), audit), rules);
    SocialReception reception = new SocialReception(ports.socialIdentities(), accounts, notices, socialAudit, ids);
    SocialDoor door = new SocialDoor(new SocialArrivals(ports.socialIdentities(), ports.users(), accounts,
        ports.memberships(), settings.signUpOpen()), reception, joining, ports.memberships(), sessions, socialAudit);
    SocialDeparture departure = new SocialDeparture(links, provider, CLIENTS, callbacks, random);
    return List.of(new SocialRefusals(pages), new Arriving(new SessionCookies(random), pages),
        new BeginSocialSignIn(departure, socialAudit, ports.unitOfWork()),
        new BeginSocialLinking(departure, new AccountProof(ports.verifiedDomains(), clock), socialAudit,
            ports.unitOfWork()),
        new CompleteSocialSignIn(new SocialReturn(links, CLIENTS, callbacks), provider, door,
            new SocialLinking(ports.socialIdentities(), ports.users(), reception, sessions, door), socialAudit,
            ports.unitOfWork(), clock));
  }
}
