package dev.latchkey.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.contract.SsoExamples;
import dev.latchkey.application.policy.ChangeSecurity;
import dev.latchkey.application.policy.Readiness;
import dev.latchkey.application.policy.Standings;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.domainclaim.DomainClaimId;
import dev.latchkey.domain.domainclaim.DomainName;
import dev.latchkey.domain.domainclaim.PendingDomain;
import dev.latchkey.domain.domainclaim.VerificationToken;
import dev.latchkey.domain.organization.AuthRequired;
import dev.latchkey.domain.organization.AuthenticationRequirement;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.policy.Actor;
import dev.latchkey.domain.session.Proof;
import dev.latchkey.domain.session.Proofs;
import dev.latchkey.domain.session.SignedIn;
import dev.latchkey.domain.sso.SsoConnection;

/**
 * An organization that Ada has founded, with all that it takes to demand single sign-on: a verified domain, a connection
 * through which an owner has just signed in, and Ada with password and authenticator app to break the glass.
 */
final class EnforcementWorld {
  static final AuthenticationRequirement SSO = new AuthenticationRequirement(AuthRequired.SSO, false);

  final MemberWorld members = new MemberWorld();
  final World world = members.world;
  final OrganizationId acme = members.acme;
  final Readiness readiness = new Readiness(world.ports.verifiedDomains(), world.ports.ssoConnections(),
      world.ports.owners(), world.clock);
  final Standings standings = new Standings(world.ports.verifiedDomains(), world.clock);
  final ChangeSecurity change = new ChangeSecurity(world.ports.organizations(), readiness, world.entrance,
      world.audit, world.ports.unitOfWork());

  EnforcementWorld() {
    verifyDomain();
    connect();
    enrol(World.ADA);
    prove();
  }

  void verifyDomain() {
    PendingDomain claim = PendingDomain.claimed(new DomainClaimId(world.ids.next()), acme,
        new DomainName("acme.example"), VerificationToken.random(world.random), world.clock.instant());
    world.ports.domainClaims().add(claim);
    world.ports.domainClaims().save(claim.verified(world.clock.instant()));
  }

  void connect() {
    Organization organization = organization().withAnotherProvider();
    world.ports.organizations().save(organization);
    world.ports.ssoConnections().add(SsoConnection.to(SsoExamples.client("latchkey"), acme,
        organization.ssoVersion(), world.clock.instant()));
  }

  /** An owner signs in through the connection. */
  void prove() {
    world.ports.ssoConnections().noteSignIn(acme, organization().ssoVersion(), world.clock.instant(), true);
  }

  /** Gives somebody an authenticator app, as far as rules look at it. */
  void enrol(EmailAddress email) {
    world.ports.users().save(world.ports.users().findByEmail(email).orElseThrow().withMfa(true));
  }

  void link(UserId user) {
    world.ports.federatedIdentities().add(SsoExamples.identity(acme, user, user.value(), world.clock.instant()));
  }

  Organization organization() {
    return world.ports.organizations().find(acme).orElseThrow();
  }

  /** Ada, as somebody who has just shown all that she has. */
  Actor ada() {
    SignedIn stale = members.adasSession.session().signedIn();
    UserId id = stale.person().id();
    return new Actor.InSession(new SignedIn(
        stale.session().showing(Proofs.of(new Proof.Password(world.clock.instant()),
            new Proof.Totp(world.clock.instant()))),
        SignedIn.Person.of(world.ports.users().find(id).orElseThrow()), world.ports.memberships().placesOf(id)));
  }

  ChangeSecurity.Outcome demand(AuthenticationRequirement wanted, boolean acceptLockoutRisk) {
    return change.change(new ChangeSecurity.Command(ada(), acme, wanted, acceptLockoutRisk, World.ORIGIN));
  }

  /** Demands single sign-on. */
  void enforce() {
    assertThat(demand(SSO, false)).isEqualTo(new ChangeSecurity.Outcome.Changed(SSO));
  }
}
