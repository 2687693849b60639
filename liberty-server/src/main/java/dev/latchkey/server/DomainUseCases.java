package dev.latchkey.server;

import dev.latchkey.adapter.directory.dns.DnsOwnership;
import dev.latchkey.adapter.directory.dns.ListedPublicDomains;
import dev.latchkey.adapter.persistence.Storage;
import dev.latchkey.application.Ids;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.discovery.DiscoverSignIn;
import dev.latchkey.application.domainclaim.AddDomain;
import dev.latchkey.application.domainclaim.AutoJoining;
import dev.latchkey.application.domainclaim.ChangeDomainSettings;
import dev.latchkey.application.domainclaim.DomainMail;
import dev.latchkey.application.domainclaim.DomainOwnership;
import dev.latchkey.application.domainclaim.DomainProof;
import dev.latchkey.application.domainclaim.ListDomains;
import dev.latchkey.application.domainclaim.ReadDomain;
import dev.latchkey.application.domainclaim.RecheckDomains;
import dev.latchkey.application.domainclaim.RemoveDomain;
import dev.latchkey.application.domainclaim.VerifyDomain;
import dev.latchkey.application.mail.MailDispatch;
import dev.latchkey.application.member.LastOwner;
import dev.latchkey.application.organization.Entrance;
import dev.latchkey.application.paging.Paging;
import dev.latchkey.server.settings.Settings;
import dev.latchkey.server.work.DomainWorker;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** What organizations do with their domains, and what becomes of these by themselves. */
@Dependent
public final class DomainUseCases {
  /** People wait for it in front of a page. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  @Produces
  @Singleton
  static AddDomain addDomain(Storage storage, Entrance entrance, AuditTrail audit, Ids ids, InstantSource clock,
      RandomGenerator random) {
    return new AddDomain(storage.domainClaims(), new ListedPublicDomains(), entrance, audit, storage.unitOfWork(), ids,
        clock, random);
  }

  @Produces
  @Singleton
  static ListDomains listDomains(Storage storage, Entrance entrance, Paging paging) {
    return new ListDomains(storage.domainClaims(), entrance, paging);
  }

  @Produces
  @Singleton
  static ReadDomain readDomain(Storage storage, Entrance entrance) {
    return new ReadDomain(storage.domainClaims(), entrance);
  }

  @Produces
  @Singleton
  static VerifyDomain verifyDomain(Storage storage, DomainOwnership dns, DomainProof proof, DomainMail mail,
      Entrance entrance, AuditTrail audit, InstantSource clock) {
    return new VerifyDomain(storage.domainClaims(), storage.verifiedDomains(), dns, proof, mail, entrance, audit,
        storage.unitOfWork(), clock);
  }

  @Produces
  @Singleton
  static ChangeDomainSettings changeDomainSettings(Storage storage, Entrance entrance, AuditTrail audit) {
    return new ChangeDomainSettings(storage.domainClaims(), entrance, audit, storage.unitOfWork());
  }

  @Produces
  @Singleton
  static RemoveDomain removeDomain(Storage storage, LastOwner lastOwner, Entrance entrance, AuditTrail audit,
      InstantSource clock) {
    return new RemoveDomain(storage.domainClaims(), storage.verifiedDomains(), storage.owners(), lastOwner, entrance,
        audit, storage.unitOfWork(), clock);
  }

  @Produces
  @Singleton
  static RecheckDomains recheckDomains(Storage storage, DomainOwnership dns, DomainProof proof, InstantSource clock) {
    return new RecheckDomains(storage.jobLeases(), storage.domainChecks(), storage.domainClaims(), dns, proof,
        storage.unitOfWork(), clock);
  }

  @Produces
  @Singleton
  static DiscoverSignIn discoverSignIn(Storage storage, InstantSource clock) {
    return new DiscoverSignIn(storage.verifiedDomains(), storage.ssoConnections(), storage.organizations(), clock);
  }

  // What several of them, and those who let people in, share.

  @Produces
  @Singleton
  static AutoJoining autoJoining(Storage storage, AuditTrail audit, Ids ids, InstantSource clock) {
    return new AutoJoining(storage.verifiedDomains(), storage.memberships(), storage.removals(), audit, ids, clock);
  }

  @Produces
  @Singleton
  static DomainProof domainProof(Storage storage, DomainMail mail, AuditTrail audit) {
    return new DomainProof(storage.domainClaims(), mail, audit);
  }

  @Produces
  @Singleton
  static DomainMail domainMail(Storage storage, MailDispatch mail, InstantSource clock) {
    return new DomainMail(storage.organizations(), storage.members(), storage.users(), mail, clock);
  }

  @Produces
  @Singleton
  static DomainOwnership domainOwnership(Settings settings) {
    return new DnsOwnership(settings.dnsServers(), PATIENCE);
  }

  @Produces
  @Singleton
  static DomainWorker domainWorker(RecheckDomains recheckDomains) {
    return new DomainWorker(recheckDomains);
  }

  static void stop(@Disposes DomainWorker worker) {
    worker.close();
  }

  static void start(@Observes Startup startup, DomainWorker worker) {
    worker.start();
  }
}
