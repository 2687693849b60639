package dev.latchkey.server;

import dev.latchkey.adapter.persistence.Storage;
import dev.latchkey.adapter.web.federation.SsoRefusals;
import dev.latchkey.adapter.web.page.Pages;
import dev.latchkey.application.Ids;
import dev.latchkey.application.account.AccountOpening;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.federation.BeginSsoSignIn;
import dev.latchkey.application.federation.CompleteSsoSignIn;
import dev.latchkey.application.federation.SsoArrivals;
import dev.latchkey.application.federation.SsoAudit;
import dev.latchkey.application.federation.SsoDeparture;
import dev.latchkey.application.federation.SsoDoor;
import dev.latchkey.application.federation.SsoLinking;
import dev.latchkey.application.federation.SsoReception;
import dev.latchkey.application.federation.SsoReturn;
import dev.latchkey.application.federation.SsoSessions;
import dev.latchkey.application.invitation.InvitationLinks;
import dev.latchkey.application.invitation.OpenInvitations;
import dev.latchkey.application.onetime.LinkTokens;
import dev.latchkey.application.session.SessionOpening;
import dev.latchkey.application.session.SessionPromotion;
import dev.latchkey.application.sso.ProviderSignOut;
import dev.latchkey.application.sso.RelyingParty;
import dev.latchkey.domain.session.SessionRules;
import dev.latchkey.domain.sso.CallbackAddresses;
import dev.latchkey.server.settings.Settings;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Signing in at organizations' identity providers, and what becomes of whom they name. */
@Dependent
public final class FederationUseCases {

  @Produces
  @Singleton
  static BeginSsoSignIn beginSsoSignIn(Storage storage, SsoDeparture departure, SsoAudit audit) {
    return new BeginSsoSignIn(storage.organizations(), storage.ssoConnections(), departure, audit,
        storage.unitOfWork());
  }

  @Produces
  @Singleton
  static CompleteSsoSignIn completeSsoSignIn(Storage storage, LinkTokens links, CallbackAddresses addresses,
      RelyingParty relyingParty, SsoReception reception, SsoSessions sessions, SsoDoor door, SsoAudit audit,
      InstantSource clock) {
    return new CompleteSsoSignIn(
        new SsoReturn(links, storage.organizations(), storage.ssoConnections(), addresses), relyingParty, door,
        new SsoLinking(storage.federatedIdentities(), storage.users(), reception, sessions, door), audit,
        storage.unitOfWork(), clock);
  }

  // What several of them share.

  @Produces
  @Singleton
  static SsoDeparture ssoDeparture(LinkTokens links, RelyingParty relyingParty, CallbackAddresses addresses,
      Settings settings, RandomGenerator random) {
    return new SsoDeparture(links, relyingParty, addresses, settings.ssoCheckedEvery().isPresent(), random);
  }

  @Produces
  @Singleton
  static SsoDoor ssoDoor(Storage storage, SsoArrivals arrivals, SsoReception reception, SsoSessions sessions,
      SsoAudit audit, Settings settings) {
    return new SsoDoor(arrivals, reception, sessions, storage.ssoConnections(), storage.memberships(),
        storage.providerSessions(), settings.ssoCheckedEvery(), audit);
  }

  @Produces
  @Singleton
  static SsoArrivals ssoArrivals(Storage storage, AccountOpening accounts, InvitationLinks links,
      OpenInvitations invitations) {
    return new SsoArrivals(storage.federatedIdentities(), storage.users(), accounts, storage.memberships(),
        storage.removals(), storage.verifiedDomains(), links, invitations, storage.justInTime());
  }

  @Produces
  @Singleton
  static ProviderSignOut providerSignOut(Storage storage, RelyingParty relyingParty, Settings settings) {
    return new ProviderSignOut(storage.providerSessions(), storage.ssoConnections(), relyingParty, settings.appUrl());
  }

  @Produces
  @Singleton
  static SsoReception ssoReception(Storage storage, OpenInvitations invitations, SsoAudit ssoAudit, AuditTrail audit,
      Ids ids) {
    return new SsoReception(storage.federatedIdentities(), storage.users(), storage.memberships(), invitations,
        storage.ownSessions(), ssoAudit, audit, ids);
  }

  @Produces
  @Singleton
  static SsoSessions ssoSessions(Storage storage, SessionOpening opening, SessionPromotion promotion,
      SessionRules rules) {
    return new SsoSessions(storage.sessions(), opening, promotion, storage.memberships(), rules);
  }

  @Produces
  @Singleton
  static OpenInvitations openInvitations(Storage storage, AuditTrail audit) {
    return new OpenInvitations(storage.invitations(), storage.memberships(), storage.removals(), audit);
  }

  @Produces
  @Singleton
  static SsoAudit ssoAudit(AuditTrail audit) {
    return new SsoAudit(audit);
  }

  @Produces
  @Singleton
  static CallbackAddresses callbackAddresses(Settings settings) {
    return new CallbackAddresses(settings.publicUrl());
  }

  @Produces
  @Singleton
  static SsoRefusals ssoRefusals(Pages pages) {
    return new SsoRefusals(pages);
  }
}
