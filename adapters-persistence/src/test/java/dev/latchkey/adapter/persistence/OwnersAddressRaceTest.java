package dev.latchkey.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.Ids;
import dev.latchkey.application.account.AccountOpening;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.contract.Examples;
import dev.latchkey.application.contract.Together;
import dev.latchkey.application.domainclaim.AccountProof;
import dev.latchkey.application.emailchange.AddressRelease;
import dev.latchkey.application.emailchange.ConfirmEmailChange;
import dev.latchkey.application.emailchange.ConfirmEmailChange.Outcome;
import dev.latchkey.application.emailchange.OwnersAddress;
import dev.latchkey.application.mail.MailDispatch;
import dev.latchkey.application.member.LastOwner;
import dev.latchkey.application.memory.PlainMailWriter;
import dev.latchkey.application.memory.SettableClock;
import dev.latchkey.application.onetime.CodeChallenges;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.domainclaim.DomainClaimId;
import dev.latchkey.domain.domainclaim.DomainName;
import dev.latchkey.domain.domainclaim.PendingDomain;
import dev.latchkey.domain.domainclaim.VerificationToken;
import dev.latchkey.domain.emailchange.PendingEmailChange;
import dev.latchkey.domain.onetime.Purpose;
import dev.latchkey.domain.organization.AuthenticationRequirement;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.policy.OwnerAccess;
import dev.latchkey.domain.session.SignedIn;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** All owners, whom their addresses lead in by single sign-on, move elsewhere at the same time, on a real PostgreSQL. */
class OwnersAddressRaceTest {
  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final Origin ORIGIN = new Origin("192.0.2.1", "test", "R1");
  private static final int MANY = 8;

  private final StoredPorts ports = DATABASE.ports();
  private final Instant noon = Examples.noon();
  private final SettableClock clock = new SettableClock(noon);
  private final Ids ids = Examples::id;
  private final AuditTrail audit = new AuditTrail(ports.auditLog(), ids, clock);
  private final CodeChallenges challenges = new CodeChallenges(ports.oneTimeSecrets(), ids, clock, new Random(7));
  private final ConfirmEmailChange confirm = new ConfirmEmailChange(ports.users(),
      new AddressRelease(new AccountOpening(ports.users(), ports.lastSignIns(), ids), ports.users(),
          ports.memberships(), ports.members(), audit),
      new OwnersAddress(ports.memberships(), ports.owners(),
          new LastOwner(ports.owners(), ports.organizations(), clock),
          new AccountProof(ports.verifiedDomains(), clock)),
      ports.emailChanges(), challenges, ports.ownSessions(),
      new MailDispatch(new PlainMailWriter(), ports.mailOutbox(), ids, clock), audit, ports.unitOfWork(), clock);
  private final String domain = Examples.id().toLowerCase(Locale.ROOT) + ".example";

  @Test
  void leaves_one_of_them_under_the_address_that_leads_in() {
    OrganizationId acme = demandingSso();
    OrganizationId open = organization(Examples.organization("Open", noon));
    Queue<ConfirmEmailChange.Command> moves = new ConcurrentLinkedQueue<>(
        Stream.generate(() -> moving(owner(acme, open))).limit(MANY).toList());
    List<Outcome> outcomes = Together.run(MANY, () -> confirm.confirm(moves.remove()));
    assertThat(outcomes).filteredOn(Outcome.LastOwner.class::isInstance).hasSize(1);
    assertThat(outcomes).filteredOn(Outcome.Changed.class::isInstance).hasSize(MANY - 1);
    assertThat(ports.owners().active(acme, noon)).extracting(OwnerAccess::ownDomain)
        .containsOnlyOnce(Optional.of(new DomainName(domain)));
  }

  private OrganizationId demandingSso() {
    OrganizationId acme = organization(Examples.organization("Acme", noon).demanding(AuthenticationRequirement.SSO));
    PendingDomain claim = PendingDomain.claimed(new DomainClaimId(ids.next()), acme, new DomainName(domain),
        VerificationToken.random(new Random(7)), noon);
    ports.domainClaims().add(claim);
    ports.domainClaims().save(claim.verified(noon));
    return acme;
  }

  private OrganizationId organization(Organization organization) {
    ports.organizations().add(organization);
    return organization.id();
  }

  private User owner(OrganizationId... organizations) {
    User owner = Examples.user(noon).movedTo(address(domain));
    ports.users().add(owner);
    for (OrganizationId organization : organizations) {
      ports.memberships().add(Examples.founder(ports.organizations().find(organization).orElseThrow(), owner, noon));
    }
    return owner;
  }

  /** The right code, for an address that nobody relies on. */
  private ConfirmEmailChange.Command moving(User owner) {
    CodeChallenges.Issued issued = challenges.issue(Purpose.EMAIL_CHANGE,
        new PendingEmailChange(owner.id(), owner.email(), address("elsewhere.example"), false).toFacts());
    ports.unitOfWork().run(() -> {
      ports.emailChanges().save(ports.emailChanges().lock(owner.id()).mailed(issued.secret().id(), noon));
      return owner;
    });
    SignedIn signedIn = new SignedIn(Examples.session(owner, noon), SignedIn.Person.of(owner),
        ports.memberships().placesOf(owner.id()));
    return new ConfirmEmailChange.Command(issued.secret().id(), issued.code(), Optional.of(signedIn), ORIGIN);
  }

  private static EmailAddress address(String domain) {
    return new EmailAddress(Examples.id().toLowerCase(Locale.ROOT) + "@" + domain);
  }
}
