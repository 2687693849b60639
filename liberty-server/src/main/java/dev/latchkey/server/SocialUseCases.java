package dev.latchkey.server;

import dev.latchkey.adapter.persistence.Storage;
import dev.latchkey.adapter.web.federation.Arriving;
import dev.latchkey.adapter.web.federation.SocialRefusals;
import dev.latchkey.adapter.web.page.Pages;
import dev.latchkey.adapter.web.session.SessionCookies;
import dev.latchkey.application.Ids;
import dev.latchkey.application.account.AccountOpening;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.domainclaim.AccountProof;
import dev.latchkey.application.domainclaim.AutoJoining;
import dev.latchkey.application.federation.IdentityNotices;
import dev.latchkey.application.federation.SocialAudit;
import dev.latchkey.application.federation.SsoSessions;
import dev.latchkey.application.onetime.LinkTokens;
import dev.latchkey.application.social.BeginSocialLinking;
import dev.latchkey.application.social.BeginSocialSignIn;
import dev.latchkey.application.social.CompleteSocialSignIn;
import dev.latchkey.application.social.SocialArrivals;
import dev.latchkey.application.social.SocialDeparture;
import dev.latchkey.application.social.SocialDoor;
import dev.latchkey.application.social.SocialForesight;
import dev.latchkey.application.social.SocialLinking;
import dev.latchkey.application.social.SocialReception;
import dev.latchkey.application.social.SocialReturn;
import dev.latchkey.application.sso.RelyingParty;
import dev.latchkey.domain.social.SocialCallbacks;
import dev.latchkey.domain.social.SocialClients;
import dev.latchkey.server.settings.Settings;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Signing in, and being linked, at Google and Microsoft, where the operator has set that up for the whole deployment. */
@Dependent
public final class SocialUseCases {

  @Produces
  @Singleton
  static BeginSocialSignIn beginSocialSignIn(Storage storage, SocialDeparture departure, SocialAudit audit) {
    return new BeginSocialSignIn(departure, audit, storage.unitOfWork());
  }

  @Produces
  @Singleton
  static BeginSocialLinking beginSocialLinking(Storage storage, SocialDeparture departure, AccountProof proof,
      SocialAudit audit) {
    return new BeginSocialLinking(departure, proof, audit, storage.unitOfWork());
  }

  @Produces
  @Singleton
  static CompleteSocialSignIn completeSocialSignIn(Storage storage, LinkTokens links, SocialClients clients,
      SocialCallbacks callbacks, RelyingParty relyingParty, SocialDoor door, SocialReception reception,
      SsoSessions sessions, SocialAudit audit, InstantSource clock) {
    return new CompleteSocialSignIn(new SocialReturn(links, clients, callbacks), relyingParty, door,
        new SocialLinking(storage.socialIdentities(), storage.users(), reception, sessions, door), audit,
        storage.unitOfWork(), clock);
  }

  // What several of them share.

  @Produces
  @Singleton
  static SocialDeparture socialDeparture(LinkTokens links, RelyingParty relyingParty, SocialClients clients,
      SocialCallbacks callbacks, RandomGenerator random) {
    return new SocialDeparture(links, relyingParty, clients, callbacks, random);
  }

  @Produces
  @Singleton
  static SocialDoor socialDoor(Storage storage, SocialArrivals arrivals, AutoJoining joining,
      SocialReception reception, SsoSessions sessions, SocialAudit audit) {
    return new SocialDoor(arrivals, reception, joining, storage.memberships(), sessions, audit);
  }

  @Produces
  @Singleton
  static SocialArrivals socialArrivals(Storage storage, AccountOpening accounts, Settings settings) {
    return new SocialArrivals(storage.socialIdentities(), storage.users(), accounts, storage.memberships(),
        settings.openSignUp());
  }

  @Produces
  @Singleton
  static SocialReception socialReception(Storage storage, AccountOpening accounts, IdentityNotices notices,
      SocialAudit audit, Ids ids) {
    return new SocialReception(storage.socialIdentities(), accounts, notices, audit, ids);
  }

  @Produces
  @Singleton
  static SocialForesight socialForesight(Storage storage, SocialArrivals arrivals, SocialClients clients,
      AutoJoining joining, Ids ids) {
    return new SocialForesight(arrivals, storage.socialIdentities(), clients, storage.users(), joining, ids);
  }

  @Produces
  @Singleton
  static SocialAudit socialAudit(AuditTrail audit) {
    return new SocialAudit(audit);
  }

  @Produces
  @Singleton
  static SocialClients socialClients(Settings settings) {
    return settings.social();
  }

  @Produces
  @Singleton
  static SocialCallbacks socialCallbacks(Settings settings) {
    return new SocialCallbacks(settings.publicUrl());
  }

  @Produces
  @Singleton
  static SocialRefusals socialRefusals(Pages pages) {
    return new SocialRefusals(pages);
  }

  @Produces
  @Singleton
  static Arriving arriving(SessionCookies cookies, Pages pages) {
    return new Arriving(cookies, pages);
  }
}
