package dev.latchkey.application.usecase;

import dev.latchkey.application.federation.IdentityNotices;
import dev.latchkey.application.federation.ListIdentities;
import dev.latchkey.application.federation.OwnIdentities;
import dev.latchkey.application.federation.SocialAudit;
import dev.latchkey.application.federation.SsoAudit;
import dev.latchkey.application.federation.SsoSessions;
import dev.latchkey.application.federation.UnlinkIdentity;
import dev.latchkey.application.federation.VouchedSessions;
import dev.latchkey.application.member.LastOwner;
import dev.latchkey.application.memory.FakeRelyingParty;
import dev.latchkey.application.memory.InMemoryPorts;
import dev.latchkey.application.onetime.LinkTokens;
import dev.latchkey.application.session.SessionOpening;
import dev.latchkey.application.session.SessionPromotion;
import dev.latchkey.application.signin.SignInWithPassword;
import dev.latchkey.application.social.BeginSocialLinking;
import dev.latchkey.application.social.BeginSocialSignIn;
import dev.latchkey.application.social.CompleteSocialSignIn;
import dev.latchkey.application.social.SocialArrivals;
import dev.latchkey.application.social.SocialDeparture;
import dev.latchkey.application.social.SocialDoor;
import dev.latchkey.application.social.SocialLinking;
import dev.latchkey.application.social.SocialReception;
import dev.latchkey.application.social.SocialReturn;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.domainclaim.AutoJoin;
import dev.latchkey.domain.domainclaim.DomainClaimId;
import dev.latchkey.domain.domainclaim.DomainName;
import dev.latchkey.domain.domainclaim.DomainSettings;
import dev.latchkey.domain.domainclaim.PendingDomain;
import dev.latchkey.domain.domainclaim.VerificationToken;
import dev.latchkey.domain.onetime.LinkToken;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.session.Browser;
import dev.latchkey.domain.session.SignedIn;
import dev.latchkey.domain.social.SocialCallbacks;
import dev.latchkey.domain.social.SocialClients;
import dev.latchkey.domain.social.SocialProvider;
import dev.latchkey.domain.sso.ClientId;
import dev.latchkey.domain.sso.ClientSecret;
import dev.latchkey.domain.sso.IssuerUrl;
import dev.latchkey.domain.sso.OidcClient;
import dev.latchkey.domain.sso.SentBrowser;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A deployment that is registered at Google and Microsoft, and short ways through it. */
final class SocialWorld {
  static final SocialCallbacks CALLBACKS = new SocialCallbacks(URI.create("https://sso.example.com"));
  static final String PAGE = "/account/identities";

  final World world;
  final InMemoryPorts ports;
  final FakeRelyingParty provider;
  final SocialAudit audit;
  final IdentityNotices notices;
  final LinkTokens links;
  final SocialClients clients;
  final BeginSocialSignIn begin;
  final BeginSocialLinking beginLinking;
  final CompleteSocialSignIn complete;
  final ListIdentities list;
  final UnlinkIdentity unlink;

  SocialWorld() {
    this(true, new SocialClients(Map.of(SocialProvider.GOOGLE, client(SocialProvider.GOOGLE, "latchkey"),
        SocialProvider.MICROSOFT, client(SocialProvider.MICROSOFT, "latchkey"))));
  }

  SocialWorld(boolean signUpOpen, SocialClients clients) {
    this(new World(), new FakeRelyingParty(), signUpOpen, clients);
  }

  /** What more there is in a world, with somebody who stands for both providers. */
  SocialWorld(World world, FakeRelyingParty provider, boolean signUpOpen, SocialClients clients) {
    this.world = world;
    this.provider = provider;
    this.clients = clients;
    ports = world.ports;
    audit = new SocialAudit(world.audit);
    notices = new IdentityNotices(ports.organizations(), world.mail, world.clock);
    links = new LinkTokens(ports.oneTimeSecrets(), world.ids, world.clock, world.random);
    SocialDeparture departure = new SocialDeparture(links, provider, clients, CALLBACKS, world.random);
    begin = new BeginSocialSignIn(departure, audit, ports.unitOfWork());
    beginLinking = new BeginSocialLinking(departure, world.accountProof, audit, ports.unitOfWork());
    complete = completing(signUpOpen, clients);
    OwnIdentities own = new OwnIdentities(ports.federatedIdentities(), ports.organizations(), ports.ssoConnections(),
        ports.memberships(), ports.socialIdentities(), clients);
    list = new ListIdentities(own, ports.ssoConnections(), ports.unitOfWork());
    unlink = new UnlinkIdentity(own, ports.users(), ports.passkeys(),
        new VouchedSessions(ports.ownSessions(), ports.shownProofs(), ports.providerSessions()),
        new LastOwner(ports.owners(), ports.organizations(), world.clock),
        notices, world.accountProof,
        new SsoAudit(world.audit), audit, ports.unitOfWork());
  }

  /** The way back in a deployment that is set up as given. */
  CompleteSocialSignIn completing(boolean signUpOpen, SocialClients setUp) {
    SsoSessions sessions = new SsoSessions(ports.sessions(), world.sessionOpening,
        new SessionPromotion(ports.sessions(), world.random), ports.memberships(), world.accountProof,
        world.words, World.RULES);
    SocialReception reception =
        new SocialReception(ports.socialIdentities(), world.accounts, notices, audit, world.ids);
    SocialDoor door = new SocialDoor(new SocialArrivals(ports.socialIdentities(), ports.users(), world.accounts,
        ports.memberships(), signUpOpen), reception, world.autoJoining, ports.memberships(), sessions, audit);
    return new CompleteSocialSignIn(new SocialReturn(links, setUp, CALLBACKS), provider, door,
        new SocialLinking(ports.socialIdentities(), ports.users(), reception, sessions, door), audit,
        ports.unitOfWork(), world.clock);
  }

  static OidcClient client(SocialProvider provider, String clientId) {
    return new OidcClient(provider.kind(), new IssuerUrl(FakeRelyingParty.ISSUER), new ClientId(clientId),
        new ClientSecret("client secret"));
  }

  void verified(OrganizationId organization, String domain, AutoJoin autoJoin) {
    PendingDomain pending = PendingDomain.claimed(new DomainClaimId(world.ids.next()), organization,
        new DomainName(domain), VerificationToken.random(world.random), world.clock.instant());
    ports.domainClaims().add(pending);
    ports.domainClaims().save(pending.verified(world.clock.instant()).with(new DomainSettings(autoJoin, true)));
  }

  /** The state with which a browser was sent away last. */
  LinkToken state() {
    return LinkToken.parse(provider.lastWish().state());
  }

  BeginSocialSignIn.Outcome begin(Browser browser) {
    return begin(SentBrowser.ofOwnAccord(browser.hash()));
  }

  private BeginSocialSignIn.Outcome begin(SentBrowser browser) {
    return begin.begin(new BeginSocialSignIn.Command(SocialProvider.GOOGLE, Optional.empty(),
        Optional.of("/account/profile"), browser, World.ORIGIN));
  }

  /** There and back again, led by a page of another site. */
  CompleteSocialSignIn.Outcome signInByForeignLink(Browser browser) {
    begin(new SentBrowser(browser.hash(), true));
    return complete(browser);
  }

  CompleteSocialSignIn.Outcome complete(Browser browser) {
    return complete(complete, SocialProvider.GOOGLE, Optional.of(state()), browser);
  }

  CompleteSocialSignIn.Outcome complete(CompleteSocialSignIn way, SocialProvider at, Optional<LinkToken> state,
      Browser browser) {
    return way.complete(new CompleteSocialSignIn.Command(at, state, SsoWorld.CODE, browser, Locale.ENGLISH,
        World.ORIGIN));
  }

  /** There and back again in a new browser. */
  CompleteSocialSignIn.Outcome signIn() {
    Browser browser = world.newBrowser();
    begin(browser);
    return complete(browser);
  }

  CompleteSocialSignIn.Outcome signInAs(String subject, String email, boolean verified) {
    provider.knows(FakeRelyingParty.person(subject, email, verified));
    return signIn();
  }

  /** The same in a browser in which somebody is signed in. */
  CompleteSocialSignIn.Outcome signInAgain(Seat seat) {
    begin(seat.browser());
    return complete(seat.browser());
  }

  static SignedIn session(CompleteSocialSignIn.Outcome outcome) {
    return ((CompleteSocialSignIn.Outcome.Entered) outcome).session().signedIn();
  }

  /** Signs somebody in by password, in a browser of their own. */
  Seat seat(EmailAddress email) {
    Browser browser = world.newBrowser();
    SessionOpening.Opened opened =
        ((SignInWithPassword.Outcome.SignedIn) world.signIn(email, World.PASSWORD, browser)).opened();
    return new Seat(new Browser(browser.token(), Optional.of(opened.token())), opened.session().signedIn());
  }

  BeginSocialLinking.Outcome beginLinking(Seat seat, SocialProvider at) {
    return beginLinking.begin(
        new BeginSocialLinking.Command(seat.signedIn(), at, seat.browser().hash(), PAGE, World.ORIGIN));
  }

  /** To Google and back. */
  CompleteSocialSignIn.Outcome link(Seat seat) {
    beginLinking(seat, SocialProvider.GOOGLE);
    return complete(seat.browser());
  }

  /** Somebody at a browser. */
  record Seat(Browser browser, SignedIn signedIn) {}
}
