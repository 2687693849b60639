package dev.latchkey.application.usecase;

import dev.latchkey.application.domainclaim.AddDomain;
import dev.latchkey.application.domainclaim.ChangeDomainSettings;
import dev.latchkey.application.domainclaim.DomainMail;
import dev.latchkey.application.domainclaim.DomainProof;
import dev.latchkey.application.domainclaim.RecheckDomains;
import dev.latchkey.application.domainclaim.RemoveDomain;
import dev.latchkey.application.domainclaim.VerifyDomain;
import dev.latchkey.application.memory.FakeDns;
import dev.latchkey.application.memory.FakePublicDomains;
import dev.latchkey.application.memory.InMemoryDomainClaims;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.domainclaim.AutoJoin;
import dev.latchkey.domain.domainclaim.DomainClaim;
import dev.latchkey.domain.domainclaim.DomainClaimId;
import dev.latchkey.domain.domainclaim.DomainName;
import dev.latchkey.domain.domainclaim.DomainSettings;
import dev.latchkey.domain.domainclaim.PendingDomain;
import dev.latchkey.domain.domainclaim.VerifiedDomain;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.policy.Actor;
import dev.latchkey.domain.session.Proof;
import dev.latchkey.domain.session.Proofs;
import dev.latchkey.domain.session.SignedIn;

/** A {@link MemberWorld} with a DNS, the use cases of domains, and a second organization that Zoe has founded. */
final class DomainWorld {
  static final DomainName DOMAIN = new DomainName("acme.example");

  final MemberWorld members = new MemberWorld();
  final World world = members.world;
  final SignedIn zoes = world.register(new EmailAddress("zoe@example.com")).session().signedIn();
  final Actor zoe = new Actor.InSession(zoes);
  final OrganizationId other = zoes.places().getFirst().organization().id();

  final FakeDns dns = new FakeDns();
  final InMemoryDomainClaims claims = world.ports.domainClaims();
  final DomainMail mail = new DomainMail(world.ports.organizations(), world.ports.members(), world.ports.users(),
      world.mail, world.clock);
  final DomainProof proof = new DomainProof(claims, mail, world.audit);
  final AddDomain add = new AddDomain(claims, new FakePublicDomains(), world.entrance, world.audit,
      world.ports.unitOfWork(), world.ids, world.clock, world.random);
  final VerifyDomain verify = new VerifyDomain(claims, claims, dns, proof, mail, world.entrance, world.audit,
      world.ports.unitOfWork(), world.clock);
  final ChangeDomainSettings change = new ChangeDomainSettings(claims, world.entrance, world.audit,
      world.ports.unitOfWork());
  final RemoveDomain remove = new RemoveDomain(claims, claims, world.ports.owners(), members.lastOwner,
      world.entrance, world.audit, world.ports.unitOfWork(), world.clock);
  final RecheckDomains recheck = new RecheckDomains(world.ports.jobLeases(), claims, claims, dns, proof,
      world.ports.unitOfWork(), world.clock);

  AddDomain.Outcome add(Actor actor, OrganizationId organization, DomainName domain) {
    return add.add(new AddDomain.Command(actor, organization, domain, World.ORIGIN));
  }

  /** A claim of Ada's organization. */
  PendingDomain claimed(DomainName domain) {
    return ((AddDomain.Outcome.Added) add(members.ada, members.acme, domain)).claim();
  }

  VerifyDomain.Outcome verify(Actor actor, DomainClaim claim) {
    return verify.verify(new VerifyDomain.Command(actor, claim.organizationId(), claim.id(), World.ORIGIN));
  }

  /** A verified domain of Ada's organization. */
  VerifiedDomain verified(DomainName domain) {
    PendingDomain claim = claimed(domain);
    dns.publish(claim.txtRecord());
    verify(members.ada, claim);
    return (VerifiedDomain) stored(claim);
  }

  VerifiedDomain verified(DomainName domain, AutoJoin autoJoin) {
    VerifiedDomain claim = verified(domain);
    change(members.ada, claim, new DomainSettings(autoJoin, true));
    return (VerifiedDomain) stored(claim);
  }

  ChangeDomainSettings.Outcome change(Actor actor, DomainClaim claim, DomainSettings settings) {
    return change.change(new ChangeDomainSettings.Command(actor, claim.organizationId(), claim.id(), settings,
        World.ORIGIN));
  }

  RemoveDomain.Outcome remove(Actor actor, OrganizationId organization, DomainClaimId id) {
    return remove.remove(new RemoveDomain.Command(actor, organization, id, World.ORIGIN));
  }

  DomainClaim stored(DomainClaim claim) {
    return claims.find(claim.organizationId(), claim.id()).orElseThrow();
  }

  /** Lets time pass, with everybody having just proven who they are. */
  Actor again(Actor actor) {
    SignedIn before = ((Actor.InSession) actor).signedIn();
    return new Actor.InSession(new SignedIn(before.session().showing(
        Proofs.of(new Proof.Password(world.clock.instant()))), before.person(), before.places()));
  }
}
