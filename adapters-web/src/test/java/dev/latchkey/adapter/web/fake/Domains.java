package dev.latchkey.adapter.web.fake;

import dev.latchkey.adapter.web.domainclaim.DomainPages;
import dev.latchkey.application.Ids;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.domainclaim.AddDomain;
import dev.latchkey.application.domainclaim.ChangeDomainSettings;
import dev.latchkey.application.domainclaim.DomainMail;
import dev.latchkey.application.domainclaim.DomainOwnership;
import dev.latchkey.application.domainclaim.DomainProof;
import dev.latchkey.application.domainclaim.ListDomains;
import dev.latchkey.application.domainclaim.ReadDomain;
import dev.latchkey.application.domainclaim.RemoveDomain;
import dev.latchkey.application.domainclaim.VerifyDomain;
import dev.latchkey.application.mail.MailDispatch;
import dev.latchkey.application.member.LastOwner;
import dev.latchkey.application.memory.FakePublicDomains;
import dev.latchkey.application.memory.InMemoryPorts;
import dev.latchkey.application.organization.Entrance;
import dev.latchkey.application.paging.Paging;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;

/** The use cases about domains, on ports in memory. */
final class Domains {
  private Domains() {}

  static List<Object> on(InMemoryPorts ports, DomainOwnership dns, Entrance entrance, MailDispatch mail,
      AuditTrail audit, Ids ids, InstantSource clock, RandomGenerator random) {
    DomainMail domainMail = new DomainMail(ports.organizations(), ports.members(), ports.users(), mail, clock);
    ReadDomain readDomain = new ReadDomain(ports.domainClaims(), entrance);
    return List.of(
        new AddDomain(ports.domainClaims(), new FakePublicDomains(), entrance, audit, ports.unitOfWork(), ids, clock,
            random),
        new ListDomains(ports.domainClaims(), entrance, new Paging(ports.cursors())),
        readDomain, new DomainPages(readDomain, clock),
        new VerifyDomain(ports.domainClaims(), ports.verifiedDomains(), dns,
            new DomainProof(ports.domainClaims(), domainMail, audit), domainMail, entrance, audit, ports.unitOfWork(),
            clock),
        new ChangeDomainSettings(ports.domainClaims(), entrance, audit, ports.unitOfWork()),
        new RemoveDomain(ports.domainClaims(), ports.verifiedDomains(), ports.owners(),
            new LastOwner(ports.owners(), ports.organizations(), clock), entrance, audit, ports.unitOfWork(), clock));
  }
}
