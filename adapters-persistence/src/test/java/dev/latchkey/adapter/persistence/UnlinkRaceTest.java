package dev.latchkey.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.Ids;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.contract.Examples;
import dev.latchkey.application.contract.SsoExamples;
import dev.latchkey.application.contract.Together;
import dev.latchkey.application.domainclaim.AccountProof;
import dev.latchkey.application.federation.IdentityNotices;
import dev.latchkey.application.federation.OwnIdentities;
import dev.latchkey.application.federation.SocialAudit;
import dev.latchkey.application.federation.SsoAudit;
import dev.latchkey.application.federation.UnlinkIdentity;
import dev.latchkey.application.federation.UnlinkIdentity.Outcome;
import dev.latchkey.application.federation.VouchedSessions;
import dev.latchkey.application.mail.MailDispatch;
import dev.latchkey.application.member.LastOwner;
import dev.latchkey.application.memory.PlainMailWriter;
import dev.latchkey.application.memory.SettableClock;
import dev.latchkey.domain.account.PersonName;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.organization.AuthenticationRequirement;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.organization.MembershipId;
import dev.latchkey.domain.organization.MembershipSource;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.session.Proof;
import dev.latchkey.domain.session.Proofs;
import dev.latchkey.domain.session.Session;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.session.SignedIn;
import dev.latchkey.domain.social.SocialClients;
import dev.latchkey.domain.sso.FederatedIdentity;
import dev.latchkey.domain.sso.FederatedSubject;
import dev.latchkey.domain.sso.IdentityId;
import dev.latchkey.domain.sso.OidcClient;
import dev.latchkey.domain.sso.SeenThrough;
import dev.latchkey.domain.sso.SsoConnection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** All of a person's ways in are taken away at the same time, on a real PostgreSQL. */
class UnlinkRaceTest {
  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final Origin ORIGIN = new Origin("192.0.2.1", "test", "R1");
  private static final int MANY = 16;

  private final StoredPorts ports = DATABASE.ports();
  private final Instant noon = Examples.noon();
  private final SettableClock clock = new SettableClock(noon);
  private final Ids ids = Examples::id;
  private final UserId bob = new UserId(ids.next());
  private final AuditTrail audit = new AuditTrail(ports.auditLog(), ids, clock);
  private final UnlinkIdentity unlink = new UnlinkIdentity(
      new OwnIdentities(ports.federatedIdentities(), ports.organizations(), ports.ssoConnections(),
          ports.memberships(), ports.socialIdentities(), SocialClients.NONE),
      ports.users(), ports.passkeys(),
      new VouchedSessions(ports.ownSessions(), ports.shownProofs(), ports.providerSessions()),
      new LastOwner(ports.owners(), ports.organizations(), clock),
      new IdentityNotices(ports.organizations(),
          new MailDispatch(new PlainMailWriter(), ports.mailOutbox(), ids, clock), clock),
      new AccountProof(ports.verifiedDomains(), clock),
      new SsoAudit(audit), new SocialAudit(audit), ports.unitOfWork());

  @Test
  void one_way_in_is_left_of_two_and_of_sixteen() {
    for (int identities : new int[]{2, MANY}) {
      SignedIn signedIn = linked(identities);
      BlockingQueue<FederatedIdentity> each = new LinkedBlockingQueue<>(ports.federatedIdentities().of(bob));
      List<Outcome> outcomes =
          Together.run(each.size(), () -> unlink.unlink(signedIn, each.remove().id(), ORIGIN));
      assertThat(outcomes).filteredOn(Outcome.LastWayIn.class::isInstance).hasSize(1);
      assertThat(ports.federatedIdentities().of(bob)).hasSize(1);
    }
  }

  @Test
  void is_judged_by_what_was_demanded_while_it_waited() throws Exception {
    User ada = Examples.user(noon);
    Organization acme = Examples.organization("Acme", noon).withAnotherProvider();
    ports.users().add(ada);
    ports.organizations().add(acme);
    ports.memberships().add(Examples.founder(acme, ada, noon));
    ports.lastSignIns().note(ada.id(), noon);
    ports.ssoConnections().add(SsoConnection.to(SsoExamples.client("latchkey"), acme.id(), acme.ssoVersion(), noon));
    FederatedIdentity identity = SsoExamples.identity(acme.id(), ada.id(), "ada", noon);
    ports.federatedIdentities().add(identity);
    SignedIn signedIn = new SignedIn(Examples.session(ada, noon).showing(Proofs.of(new Proof.Password(noon))),
        SignedIn.Person.of(ada), ports.memberships().placesOf(ada.id()));
    CompletableFuture<Outcome> outcome = ports.unitOfWork().run(() -> {
      ports.organizations().save(acme.demanding(AuthenticationRequirement.SSO));
      CompletableFuture<Outcome> unlinking =
          CompletableFuture.supplyAsync(() -> unlink.unlink(signedIn, identity.id(), ORIGIN));
      DATABASE.awaitSomebodyWaiting();
      return unlinking;
    });
    assertThat(outcome.get(30, TimeUnit.SECONDS)).isEqualTo(new Outcome.LastOwner());
  }

  /** Bob, whom only this many identities of one organization's provider let in. */
  private SignedIn linked(int identities) {
    if (ports.users().find(bob).isEmpty()) {
      ports.users().add(User.withoutCredential(bob, Examples.email(), new PersonName("Bob"), Locale.ENGLISH, noon));
      Organization acme = Examples.organization("Acme", noon).withAnotherProvider();
      OidcClient client = SsoExamples.client("latchkey");
      ports.organizations().add(acme);
      ports.ssoConnections().add(SsoConnection.to(client, acme.id(), acme.ssoVersion(), noon));
      ports.memberships().add(Membership.joined(new MembershipId(ids.next()), acme.id(), bob, Role.AGENT,
          MembershipSource.JIT, noon));
    }
    List<SignedIn.Place> places = ports.memberships().placesOf(bob);
    Organization acme = places.getFirst().organization();
    List<FederatedIdentity> there = new ArrayList<>(ports.federatedIdentities().of(bob));
    OidcClient client = ports.ssoConnections().find(acme.id()).orElseThrow().client();
    for (int i = there.size(); i < identities; i++) {
      ports.federatedIdentities().add(new FederatedIdentity(new IdentityId(ids.next()), acme.id(),
          new FederatedSubject(client.issuer().value(), ids.next()), SeenThrough.of(client), bob, Optional.empty(),
          noon,
          Optional.empty()));
    }
    User user = ports.users().find(bob).orElseThrow();
    return new SignedIn(new Session(new SessionId(ids.next()), bob, Proofs.of(new Proof.EmailCode(noon)), noon, noon,
        "", ""), SignedIn.Person.of(user), places);
  }
}
