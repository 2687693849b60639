package dev.latchkey.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.Ids;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.contract.Examples;
import dev.latchkey.application.mail.MailDispatch;
import dev.latchkey.application.memory.FakeBlocklist;
import dev.latchkey.application.memory.FakePasswordHasher;
import dev.latchkey.application.memory.PlainMailWriter;
import dev.latchkey.application.memory.SettableClock;
import dev.latchkey.application.onetime.CodeChallenges;
import dev.latchkey.application.onetime.LinkTokens;
import dev.latchkey.application.organization.Entrance;
import dev.latchkey.application.password.PasswordCheck;
import dev.latchkey.application.session.ForeignWords;
import dev.latchkey.application.session.SessionOpening;
import dev.latchkey.application.setup.ConfirmSetup;
import dev.latchkey.application.setup.SendSetupEmail;
import dev.latchkey.application.setup.SetupStanding;
import dev.latchkey.application.setup.StartSetup;
import dev.latchkey.domain.account.PersonName;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.mail.OutgoingMail;
import dev.latchkey.domain.onetime.LinkToken;
import dev.latchkey.domain.onetime.MailedCode;
import dev.latchkey.domain.onetime.SecretId;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.organization.MembershipId;
import dev.latchkey.domain.organization.MembershipSource;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.policy.Actor;
import dev.latchkey.domain.session.Browser;
import dev.latchkey.domain.session.SessionLimits;
import dev.latchkey.domain.session.SessionRules;
import dev.latchkey.domain.session.SignedIn;
import dev.latchkey.domain.signin.Password;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Finishing a setup while the same account is signed in to for the first time, on a real PostgreSQL. */
class SetupRaceTest {
  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final Origin ORIGIN = new Origin("192.0.2.1", "test", "R1");
  private static final SessionLimits LIMITS = new SessionLimits(Duration.ofHours(12), Duration.ofDays(7));

  private final StoredPorts ports = DATABASE.ports();
  private final Instant noon = Examples.noon();
  private final SettableClock clock = new SettableClock(noon);
  private final Ids ids = Examples::id;
  private final Random random = new Random(7);
  private final AuditTrail audit = new AuditTrail(ports.auditLog(), ids, clock);
  private String lastMail = "";
  private final MailDispatch mail = new MailDispatch((id, content) -> {
    OutgoingMail written = new PlainMailWriter().write(id, content);
    lastMail = written.text();
    return written;
  }, ports.mailOutbox(), ids, clock);
  private final CodeChallenges challenges = new CodeChallenges(ports.oneTimeSecrets(), ids, clock, random);
  private final LinkTokens links = new LinkTokens(ports.oneTimeSecrets(), ids, clock, random);
  private final SetupStanding standing = new SetupStanding(ports.members(), ports.memberships(), ports.users(),
      ports.lastSignIns(), ports.setupLinks(), clock);
  private final ConfirmSetup confirm = new ConfirmSetup(challenges, standing, ports.users(), ports.members(),
      ports.memberships(), new SessionOpening(ports.sessions(), ports.lastSignIns(), ports.knownBrowsers(),
          new ForeignWords(ports.lastSignIns(), ports.federatedIdentities(), ports.ownSessions(), audit),
          new SessionRules(LIMITS, LIMITS), audit, ids, random),
      audit, ports.unitOfWork(), clock);
  private final UserId dora = new UserId(ids.next());

  @Test
  void comes_to_nothing_when_somebody_signs_in_to_the_account_at_the_same_time() throws Exception {
    SecretId challenge = begun();
    MailedCode code = new MailedCode(lastMail);
    CompletableFuture<ConfirmSetup.Outcome> outcome = ports.unitOfWork().run(() -> {
      ports.lastSignIns().note(dora, noon);
      CompletableFuture<ConfirmSetup.Outcome> confirming = CompletableFuture.supplyAsync(() -> confirm.confirm(
          new ConfirmSetup.Command(challenge, code, Browser.withoutSession(Examples.token()), ORIGIN)));
      DATABASE.awaitSomebodyWaiting();
      return confirming;
    });
    assertThat(outcome.get(30, TimeUnit.SECONDS)).isEqualTo(new ConfirmSetup.Outcome.CodeInvalid());
    assertThat(ports.users().find(dora).orElseThrow().password()).isEmpty();
  }

  /** A setup of Dora's that waits for its code. */
  private SecretId begun() {
    User ada = Examples.user(noon);
    Organization acme = Examples.organization("Acme", noon);
    Membership member = Membership.joined(new MembershipId(ids.next()), acme.id(), dora, Role.AGENT,
        MembershipSource.MANUAL, noon);
    ports.users().add(ada);
    ports.users().add(
        User.withoutCredential(dora, Examples.email(), new PersonName("Dora"), Locale.ENGLISH, noon));
    ports.organizations().add(acme);
    ports.memberships().add(Examples.founder(acme, ada, noon));
    ports.memberships().add(member);
    Actor owner = new Actor.InSession(new SignedIn(Examples.session(ada, noon), SignedIn.Person.of(ada),
        ports.memberships().placesOf(ada.id())));
    new SendSetupEmail(new Entrance(ports.memberships(), clock), ports.members(), ports.users(), standing,
        ports.setupLinks(), links, mail, audit, ports.unitOfWork(), clock)
        .send(new SendSetupEmail.Command(owner, acme.id(), member.id(), ORIGIN));
    StartSetup start = new StartSetup(links, standing, ports.users(), challenges, new FakePasswordHasher(),
        new PasswordCheck(new FakeBlocklist(), ports.memberships()), mail, audit, ports.unitOfWork());
    StartSetup.Outcome outcome = start.start(
        new StartSetup.Command(LinkToken.parse(lastMail), new Password("seven quiet lamps"), ORIGIN));
    return ((StartSetup.Outcome.CodeSent) outcome).challenge();
  }
}
