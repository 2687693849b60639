package dev.latchkey.server;

import dev.latchkey.adapter.persistence.Storage;
import dev.latchkey.application.domainclaim.AccountProof;
import dev.latchkey.application.federation.BeginSsoLinking;
import dev.latchkey.application.federation.IdentityNotices;
import dev.latchkey.application.federation.ListIdentities;
import dev.latchkey.application.federation.OfferSsoProof;
import dev.latchkey.application.federation.OwnIdentities;
import dev.latchkey.application.federation.SocialAudit;
import dev.latchkey.application.federation.SsoAudit;
import dev.latchkey.application.federation.SsoDeparture;
import dev.latchkey.application.federation.UnlinkIdentity;
import dev.latchkey.application.federation.VouchedSessions;
import dev.latchkey.application.mail.MailDispatch;
import dev.latchkey.application.member.LastOwner;
import dev.latchkey.domain.social.SocialClients;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** As whom identity providers know a person: shown, added, taken away. */
@Dependent
public final class IdentityUseCases {

  @Produces
  @Singleton
  static ListIdentities listIdentities(Storage storage, OwnIdentities identities) {
    return new ListIdentities(identities, storage.ssoConnections(), storage.unitOfWork());
  }

  @Produces
  @Singleton
  static BeginSsoLinking beginSsoLinking(Storage storage, SsoDeparture departure, AccountProof proof, SsoAudit audit) {
    return new BeginSsoLinking(storage.memberships(), storage.ssoConnections(), departure, proof, audit,
        storage.unitOfWork());
  }

  @Produces
  @Singleton
  static UnlinkIdentity unlinkIdentity(Storage storage, OwnIdentities identities, LastOwner lastOwner,
      IdentityNotices notices, AccountProof proof, SsoAudit audit, SocialAudit socialAudit) {
    return new UnlinkIdentity(identities, storage.users(), storage.passkeys(),
        new VouchedSessions(storage.ownSessions(), storage.shownProofs(), storage.providerSessions()), lastOwner,
        notices, proof, audit, socialAudit, storage.unitOfWork());
  }

  @Produces
  @Singleton
  static OfferSsoProof offerSsoProof(Storage storage, OwnIdentities identities, AccountProof proof) {
    return new OfferSsoProof(identities, proof, storage.unitOfWork());
  }

  @Produces
  @Singleton
  static IdentityNotices identityNotices(Storage storage, MailDispatch mail, InstantSource clock) {
    return new IdentityNotices(storage.organizations(), mail, clock);
  }

  @Produces
  @Singleton
  static OwnIdentities ownIdentities(Storage storage, SocialClients clients) {
    return new OwnIdentities(storage.federatedIdentities(), storage.organizations(), storage.ssoConnections(),
        storage.memberships(), storage.socialIdentities(), clients);
  }
}
