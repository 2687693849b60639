package dev.latchkey.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.contract.Examples;
import dev.latchkey.application.federation.BeginSsoLinking;
import dev.latchkey.application.federation.CompleteSsoSignIn;
import dev.latchkey.application.federation.ListIdentities;
import dev.latchkey.application.federation.OfferSsoProof;
import dev.latchkey.application.federation.OwnIdentities;
import dev.latchkey.application.federation.SocialAudit;
import dev.latchkey.application.federation.SsoAudit;
import dev.latchkey.application.federation.UnlinkIdentity;
import dev.latchkey.application.federation.VouchedSessions;
import dev.latchkey.application.member.LastOwner;
import dev.latchkey.application.memory.InMemoryPorts;
import dev.latchkey.application.session.SessionOpening;
import dev.latchkey.application.signin.SignInWithPassword;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.organization.Slug;
import dev.latchkey.domain.session.Browser;
import dev.latchkey.domain.session.SignedIn;
import dev.latchkey.domain.social.SocialClients;
import dev.latchkey.domain.sso.FederatedIdentity;
import dev.latchkey.domain.sso.FederatedSubject;
import dev.latchkey.domain.sso.IdentityId;
import dev.latchkey.domain.sso.IssuerUrl;
import dev.latchkey.domain.sso.Provider;
import dev.latchkey.domain.sso.SeenThrough;
import java.util.List;
import java.util.Optional;

/** The use cases of linked identities, on {@link SsoWorld}. */
final class IdentityWorld {
  static final String PAGE = "/account/identities";

  final SsoWorld sso = new SsoWorld();
  private final InMemoryPorts ports = sso.world.ports;
  private final SsoAudit audit = new SsoAudit(sso.world.audit);
  private final OwnIdentities own = new OwnIdentities(ports.federatedIdentities(), ports.organizations(),
      ports.ssoConnections(), ports.memberships(), ports.socialIdentities(), SocialClients.NONE);
  final ListIdentities list = new ListIdentities(own, ports.ssoConnections(), ports.unitOfWork());
  final BeginSsoLinking begin = new BeginSsoLinking(ports.memberships(), ports.ssoConnections(), sso.departure,
      sso.world.accountProof, audit, ports.unitOfWork());
  final UnlinkIdentity unlink = new UnlinkIdentity(own, ports.users(), ports.passkeys(),
      new VouchedSessions(ports.ownSessions(), ports.shownProofs(), ports.providerSessions()),
      new LastOwner(ports.owners(), ports.organizations(), sso.world.clock), sso.notices, sso.world.accountProof, audit,
      new SocialAudit(sso.world.audit), ports.unitOfWork());
  final OfferSsoProof offer = new OfferSsoProof(own, sso.world.accountProof, ports.unitOfWork());

  /** Signs somebody in by password, in a browser of their own. */
  Seat seat(EmailAddress email) {
    Browser browser = sso.world.newBrowser();
    SessionOpening.Opened opened =
        ((SignInWithPassword.Outcome.SignedIn) sso.world.signIn(email, World.PASSWORD, browser)).opened();
    return new Seat(new Browser(browser.token(), Optional.of(opened.token())), opened.session().signedIn());
  }

  BeginSsoLinking.Outcome begin(Seat seat, Slug organization) {
    return begin(seat.signedIn(), seat.browser(), organization);
  }

  BeginSsoLinking.Outcome begin(SignedIn signedIn, Browser browser, Slug organization) {
    return begin.begin(new BeginSsoLinking.Command(signedIn, organization, browser.hash(), PAGE, World.ORIGIN));
  }

  /** To Acme's identity provider and back. */
  CompleteSsoSignIn.Outcome link(Seat seat) {
    begin(seat, sso.acme.slug());
    return sso.complete(sso.state(), seat.browser());
  }

  FederatedIdentity bound(UserId user, OrganizationId organization, String issuer, String subject) {
    FederatedIdentity identity = new FederatedIdentity(new IdentityId(Examples.id()), organization,
        new FederatedSubject(issuer, subject),
        new SeenThrough(Provider.OIDC, new IssuerUrl(issuer)), user, Optional.empty(), sso.world.clock.instant(),
        Optional.empty());
    ports.federatedIdentities().add(identity);
    return identity;
  }

  List<FederatedIdentity> of(UserId user) {
    return ports.federatedIdentities().of(user);
  }

  FederatedIdentity only(UserId user) {
    List<FederatedIdentity> all = of(user);
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  UnlinkIdentity.Outcome unlink(SignedIn signedIn, FederatedIdentity identity) {
    return unlink.unlink(signedIn, identity.id(), World.ORIGIN);
  }

  /** Somebody at a browser. */
  record Seat(Browser browser, SignedIn signedIn) {
    UserId user() {
      return signedIn.person().id();
    }
  }
}
