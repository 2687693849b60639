package dev.latchkey.application.usecase;

import static dev.latchkey.application.usecase.World.ADA;
import static dev.latchkey.application.usecase.World.ORIGIN;

import dev.latchkey.application.federation.BeginSsoSignIn;
import dev.latchkey.application.federation.CompleteSsoSignIn;
import dev.latchkey.application.federation.IdentityNotices;
import dev.latchkey.application.federation.SsoAudit;
import dev.latchkey.application.federation.SsoDeparture;
import dev.latchkey.application.federation.SsoDoor;
import dev.latchkey.application.federation.SsoLinking;
import dev.latchkey.application.federation.SsoReception;
import dev.latchkey.application.federation.SsoReturn;
import dev.latchkey.application.federation.SsoSessions;
import dev.latchkey.application.invitation.OpenInvitations;
import dev.latchkey.application.memory.FakeRelyingParty;
import dev.latchkey.application.memory.InMemoryJustInTime;
import dev.latchkey.application.onetime.LinkTokens;
import dev.latchkey.application.session.SessionPromotion;
import dev.latchkey.domain.domainclaim.AutoJoin;
import dev.latchkey.domain.domainclaim.DomainClaimId;
import dev.latchkey.domain.domainclaim.DomainName;
import dev.latchkey.domain.domainclaim.DomainSettings;
import dev.latchkey.domain.domainclaim.PendingDomain;
import dev.latchkey.domain.domainclaim.VerificationToken;
import dev.latchkey.domain.onetime.LinkToken;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.organization.Slug;
import dev.latchkey.domain.session.Browser;
import dev.latchkey.domain.session.SignedIn;
import dev.latchkey.domain.sso.CallbackAddresses;
import dev.latchkey.domain.sso.CallbackAnswer;
import dev.latchkey.domain.sso.ClientId;
import dev.latchkey.domain.sso.ClientSecret;
import dev.latchkey.domain.sso.IssuerUrl;
import dev.latchkey.domain.sso.JitSettings;
import dev.latchkey.domain.sso.OidcClient;
import dev.latchkey.domain.sso.Provider;
import dev.latchkey.domain.sso.SentBrowser;
import dev.latchkey.domain.sso.SsoConnection;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A deployment with Ada's organization Acme, which has an identity provider, and short ways through it. */
final class SsoWorld {
  static final OidcClient CLIENT = new OidcClient(Provider.OIDC, new IssuerUrl(FakeRelyingParty.ISSUER),
      new ClientId("latchkey"), new ClientSecret("client secret"));
  static final CallbackAnswer CODE = new CallbackAnswer(Optional.of("code"), Optional.empty(), Optional.empty(),
      Optional.empty());

  static final Duration EVERY = Duration.ofMinutes(15);

  final World world = new World();
  final SignedIn ada = world.register(ADA).session().signedIn();
  final Organization acme = ada.places().getFirst().organization();
  final FakeRelyingParty provider = new FakeRelyingParty();
  final InMemoryJustInTime justInTime = world.ports.justInTime();
  final LinkTokens links = new LinkTokens(world.ports.oneTimeSecrets(), world.ids, world.clock, world.random);
  private final CallbackAddresses addresses = new CallbackAddresses(URI.create("https://sso.example.com"));
  private final SsoAudit ssoAudit = new SsoAudit(world.audit);
  final IdentityNotices notices = new IdentityNotices(world.ports.organizations(), world.mail, world.clock);
  final SsoDeparture departure = new SsoDeparture(links, provider, addresses, true, world.clock, world.random);
  final BeginSsoSignIn begin = new BeginSsoSignIn(world.ports.organizations(), world.ports.ssoConnections(), departure,
      ssoAudit, world.ports.unitOfWork());
  final CompleteSsoSignIn complete;

  SsoWorld() {
    OpenInvitations invitations = new OpenInvitations(world.ports.invitations(), world.ports.memberships(),
        world.ports.removals(), world.audit);
    SsoSessions sessions = new SsoSessions(world.ports.sessions(), world.sessionOpening,
        new SessionPromotion(world.ports.sessions(), world.random), world.ports.memberships(),
        world.accountProof, world.words, World.RULES);
    SsoReception reception = new SsoReception(world.ports.federatedIdentities(), world.ports.users(),
        world.ports.memberships(), invitations, world.ports.ownSessions(), notices, ssoAudit, world.audit,
        world.ids);
    SsoDoor door = new SsoDoor(Foreseeing.arrivals(world), reception, sessions, world.ports.ssoConnections(),
        world.ports.memberships(),
        world.ports.providerSessions(), Optional.of(EVERY), ssoAudit);
    complete = new CompleteSsoSignIn(
        new SsoReturn(links, world.ports.organizations(), world.ports.ssoConnections(), addresses), provider, door,
        new SsoLinking(world.ports.federatedIdentities(), world.ports.users(), reception, sessions, door), ssoAudit,
        world.ports.unitOfWork(), world.clock);
    connect(acme);
  }

  /** Gives an organization an identity provider, or another one. */
  SsoConnection connect(Organization organization) {
    return connect(organization, CLIENT);
  }

  SsoConnection connect(Organization organization, OidcClient client) {
    return world.ports.unitOfWork().run(() -> {
      Organization now = world.ports.organizations().find(organization.id()).orElseThrow().withAnotherProvider();
      world.ports.organizations().save(now);
      world.ports.ssoConnections().delete(now.id());
      SsoConnection connection = SsoConnection.to(client, now.id(), now.ssoVersion(), world.clock.instant());
      world.ports.ssoConnections().add(connection);
      return connection;
    });
  }

  SsoConnection connection() {
    return world.ports.ssoConnections().find(acme.id()).orElseThrow();
  }

  /** Lets people in at their first sign-in. */
  void justInTime(Role role, String... domains) {
    justInTime.save(acme.id(), new JitSettings(true, role, List.of(domains).stream().map(DomainName::new).toList()));
  }

  void verified(OrganizationId organization, String domain, AutoJoin autoJoin) {
    PendingDomain pending = PendingDomain.claimed(new DomainClaimId(world.ids.next()), organization,
        new DomainName(domain), VerificationToken.random(world.random), world.clock.instant());
    world.ports.domainClaims().add(pending);
    world.ports.domainClaims().save(pending.verified(world.clock.instant()).with(new DomainSettings(autoJoin, true)));
  }

  BeginSsoSignIn.Outcome begin(Browser browser) {
    return begin(acme.slug(), browser);
  }

  BeginSsoSignIn.Outcome begin(Slug slug, Browser browser) {
    return begin(slug, SentBrowser.ofOwnAccord(browser.hash()));
  }

  private BeginSsoSignIn.Outcome begin(Slug slug, SentBrowser browser) {
    return begin.begin(new BeginSsoSignIn.Command(slug, Optional.empty(), false, Optional.empty(),
        Optional.of("/account/profile"), browser, ORIGIN));
  }

  /** There and back again, led by a page of another site. */
  CompleteSsoSignIn.Outcome signInByForeignLink(Browser browser) {
    begin(acme.slug(), new SentBrowser(browser.hash(), true));
    return complete(state(), browser);
  }

  /** There and back again, where the provider was to ask once more who it is. */
  CompleteSsoSignIn.Outcome signInAnew(Browser browser) {
    begin.begin(new BeginSsoSignIn.Command(acme.slug(), Optional.empty(), true, Optional.empty(),
        Optional.of("/account/profile"),
        SentBrowser.ofOwnAccord(browser.hash()), ORIGIN));
    return complete(state(), browser);
  }

  /** The state with which a browser was sent away last. */
  LinkToken state() {
    return LinkToken.parse(provider.lastWish().state());
  }

  CompleteSsoSignIn.Outcome complete(LinkToken state, Browser browser) {
    return complete(Optional.of(state), browser, Optional.empty());
  }

  CompleteSsoSignIn.Outcome complete(Optional<LinkToken> state, Browser browser, Optional<Slug> dedicated) {
    return complete
        .complete(new CompleteSsoSignIn.Command(state, CODE, dedicated, browser, Locale.ENGLISH, ORIGIN));
  }

  /** There and back again in a browser. */
  CompleteSsoSignIn.Outcome signIn(Browser browser) {
    begin(browser);
    return complete(state(), browser);
  }

  CompleteSsoSignIn.Outcome signIn() {
    return signIn(world.newBrowser());
  }

  static SignedIn session(CompleteSsoSignIn.Outcome outcome) {
    return ((CompleteSsoSignIn.Outcome.Entered) outcome).session().signedIn();
  }
}
