package dev.latchkey.application.usecase;

import dev.latchkey.application.Ids;
import dev.latchkey.application.account.AccountOpening;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.domainclaim.AccountProof;
import dev.latchkey.application.domainclaim.AutoJoining;
import dev.latchkey.application.guessing.GuessLimit;
import dev.latchkey.application.mail.MailDispatch;
import dev.latchkey.application.memory.FakeBlocklist;
import dev.latchkey.application.memory.FakePasswordHasher;
import dev.latchkey.application.memory.InMemoryPorts;
import dev.latchkey.application.memory.PlainMailWriter;
import dev.latchkey.application.memory.SequentialIds;
import dev.latchkey.application.memory.SettableClock;
import dev.latchkey.application.onetime.CodeChallenges;
import dev.latchkey.application.organization.Entrance;
import dev.latchkey.application.password.PasswordCheck;
import dev.latchkey.application.session.CheckSession;
import dev.latchkey.application.session.ForeignWords;
import dev.latchkey.application.session.SessionOpening;
import dev.latchkey.application.signin.OrganizationFounding;
import dev.latchkey.application.signin.ResendCode;
import dev.latchkey.application.signin.SignInWithPassword;
import dev.latchkey.application.signin.SignUp;
import dev.latchkey.application.signin.VerifyEmail;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.PersonName;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.mail.OutgoingMail;
import dev.latchkey.domain.onetime.MailedCode;
import dev.latchkey.domain.onetime.SecretId;
import dev.latchkey.domain.organization.OrganizationName;
import dev.latchkey.domain.organization.Slug;
import dev.latchkey.domain.session.BearerToken;
import dev.latchkey.domain.session.Browser;
import dev.latchkey.domain.session.SessionLimits;
import dev.latchkey.domain.session.SessionRules;
import dev.latchkey.domain.signin.Password;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;

/** A deployment in memory: the use cases as the server wires them, and short ways through the usual journeys. */
final class World {
  static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  static final Origin ORIGIN = new Origin("192.0.2.1", "Browser", "request-1");
  static final Password PASSWORD = new Password("seven quiet lamps");
  static final EmailAddress ADA = new EmailAddress("ada@example.com");
  static final SessionRules RULES = new SessionRules(new SessionLimits(Duration.ofHours(12), Duration.ofDays(7)),
      new SessionLimits(Duration.ofHours(1), Duration.ofHours(24)));

  final InMemoryPorts ports = InMemoryPorts.empty();
  final SettableClock clock = new SettableClock(NOON);
  final FakePasswordHasher hasher = new FakePasswordHasher();
  final FakeBlocklist blocklist = new FakeBlocklist("passwordpassword");
  final Ids ids = new SequentialIds();
  final RandomGenerator random = new Random(42);
  final AuditTrail audit = new AuditTrail(ports.auditLog(), ids, clock);
  final CodeChallenges challenges = new CodeChallenges(ports.oneTimeSecrets(), ids, clock, random);
  final MailDispatch mail = new MailDispatch(new PlainMailWriter(), ports.mailOutbox(), ids, clock);
  final ForeignWords words =
      new ForeignWords(ports.lastSignIns(), ports.federatedIdentities(), ports.ownSessions(), audit);
  final SessionOpening sessionOpening = new SessionOpening(ports.sessions(), ports.lastSignIns(),
      ports.knownBrowsers(), words, RULES, audit, ids, random);
  final GuessLimit guesses = new GuessLimit(ports.guessCounts(), ports.knownBrowsers(), clock);
  final Entrance entrance = new Entrance(ports.memberships(), clock);
  final PasswordCheck passwords = new PasswordCheck(blocklist, ports.memberships());
  final AccountOpening accounts = new AccountOpening(ports.users(), ports.lastSignIns(), ids);
  final AccountProof accountProof = new AccountProof(ports.verifiedDomains(), clock);
  final AutoJoining autoJoining = new AutoJoining(ports.domainClaims(), ports.memberships(), ports.removals(), audit,
      ids, clock);
  final SignUp signUp = signUp(true);
  final ResendCode resendCode = new ResendCode(challenges, mail, audit, ports.unitOfWork());
  final VerifyEmail verifyEmail = new VerifyEmail(challenges, accounts, ports.memberships(),
      new OrganizationFounding(ports.organizations(), ports.memberships(), audit, ids, clock), autoJoining,
      sessionOpening, audit, ports.unitOfWork(), clock);
  final SignInWithPassword signIn = new SignInWithPassword(ports.users(), ports.memberships(), guesses, hasher,
      sessionOpening, audit, ports.unitOfWork(), clock);
  final CheckSession checkSession = new CheckSession(ports.sessions(), RULES, clock);

  SignUp signUp(boolean open) {
    return new SignUp(accounts, ports.organizations(), challenges, hasher, blocklist, mail, audit,
        ports.unitOfWork(), open);
  }

  static SignUp.Command signUpOf(EmailAddress email, Password password, Optional<String> organization,
      Optional<String> slug) {
    return new SignUp.Command(email, new PersonName("Ada Lovelace"), password, organization.map(OrganizationName::new),
        slug.map(Slug::new), Locale.ENGLISH, ORIGIN);
  }

  /** Starts a sign-up with an organization. @return the challenge */
  SecretId start(EmailAddress email) {
    SignUp.Outcome outcome = signUp.start(signUpOf(email, PASSWORD, Optional.of("Acme"), Optional.empty()));
    return ((SignUp.Outcome.CodeSent) outcome).challenge();
  }

  VerifyEmail.Outcome verify(SecretId challenge, String code) {
    return verifyEmail.verify(new VerifyEmail.Command(challenge, new MailedCode(code), newBrowser(), ORIGIN));
  }

  /** Signs up for good. */
  SessionOpening.Opened register(EmailAddress email) {
    SecretId challenge = start(email);
    return ((VerifyEmail.Outcome.SignedIn) verify(challenge, lastMail().text())).opened();
  }

  SignInWithPassword.Outcome signIn(EmailAddress email, Password password) {
    return signIn(email, password, newBrowser());
  }

  SignInWithPassword.Outcome signIn(EmailAddress email, Password password, Browser browser) {
    return signIn.signIn(new SignInWithPassword.Command(email, password, Optional.empty(), browser, ORIGIN));
  }

  Browser newBrowser() {
    return Browser.withoutSession(BearerToken.random(random));
  }

  OutgoingMail lastMail() {
    return ports.mailOutbox().waiting().reduce((first, second) -> second).orElseThrow();
  }

  AuditEvent lastAudit(AuditAction action) {
    List<AuditEvent> events = ports.auditEvents().stream().filter(event -> event.action() == action).toList();
    return events.getLast();
  }

  /** A code that is certainly not the one in the mail. */
  String wrongCode() {
    return lastMail().text().equals("00000000") ? "11111111" : "00000000";
  }
}
