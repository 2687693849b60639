package dev.latchkey.adapter.web.fake;

import dev.latchkey.adapter.web.ApiApplication;
import dev.latchkey.adapter.web.PagesApplication;
import dev.latchkey.adapter.web.access.AddressLimit;
import dev.latchkey.adapter.web.access.Callers;
import dev.latchkey.adapter.web.failure.Failures;
import dev.latchkey.adapter.web.onetime.CodeJourneys;
import dev.latchkey.adapter.web.openapi.ApiRoute;
import dev.latchkey.adapter.web.openapi.OpenApi;
import dev.latchkey.adapter.web.openapi.OpenApiDocument;
import dev.latchkey.adapter.web.page.Pages;
import dev.latchkey.adapter.web.page.Templates;
import dev.latchkey.adapter.web.protect.LogContext;
import dev.latchkey.adapter.web.session.SessionCookies;
import dev.latchkey.adapter.web.settings.WebSettings;
import dev.latchkey.application.Ids;
import dev.latchkey.application.account.AccountOpening;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.discovery.DiscoverSignIn;
import dev.latchkey.application.domainclaim.AccountProof;
import dev.latchkey.application.domainclaim.AutoJoining;
import dev.latchkey.application.emailchange.AddressRelease;
import dev.latchkey.application.emailchange.ConfirmEmailChange;
import dev.latchkey.application.emailchange.OwnersAddress;
import dev.latchkey.application.emailchange.ResendEmailChangeCode;
import dev.latchkey.application.emailchange.StartEmailChange;
import dev.latchkey.application.federation.IdentityNotices;
import dev.latchkey.application.guessing.GuessLimit;
import dev.latchkey.application.history.ReadAuditHistory;
import dev.latchkey.application.mail.MailDispatch;
import dev.latchkey.application.mail.ReadTrialMail;
import dev.latchkey.application.member.LastOwner;
import dev.latchkey.application.memory.FakeBlocklist;
import dev.latchkey.application.memory.FakeDns;
import dev.latchkey.application.memory.FakePasswordHasher;
import dev.latchkey.application.memory.FakeRelyingParty;
import dev.latchkey.application.memory.InMemoryPorts;
import dev.latchkey.application.memory.PlainMailWriter;
import dev.latchkey.application.memory.SequentialIds;
import dev.latchkey.application.memory.SettableClock;
import dev.latchkey.application.onetime.CodeChallenges;
import dev.latchkey.application.onetime.LinkTokens;
import dev.latchkey.application.onetime.RecognizeChallenge;
import dev.latchkey.application.organization.Entrance;
import dev.latchkey.application.organization.ReadOrganization;
import dev.latchkey.application.organization.RenameOrganization;
import dev.latchkey.application.paging.Paging;
import dev.latchkey.application.passkey.AuthenticatorChange;
import dev.latchkey.application.policy.BreakGlassAlarm;
import dev.latchkey.application.session.CheckSession;
import dev.latchkey.application.session.ForeignWords;
import dev.latchkey.application.session.SessionOpening;
import dev.latchkey.application.session.SessionPromotion;
import dev.latchkey.application.signin.OrganizationFounding;
import dev.latchkey.application.signin.PasswordHasher;
import dev.latchkey.application.signin.RedeemMagicLink;
import dev.latchkey.application.signin.ResendCode;
import dev.latchkey.application.signin.SendMagicLink;
import dev.latchkey.application.signin.SignInWithPassword;
import dev.latchkey.application.signin.SignOut;
import dev.latchkey.application.signin.SignUp;
import dev.latchkey.application.signin.VerifyEmail;
import dev.latchkey.application.sso.ProviderSignOut;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.mail.OutgoingMail;
import dev.latchkey.domain.network.Cidr;
import dev.latchkey.domain.organization.AuthRequired;
import dev.latchkey.domain.organization.AuthenticationRequirement;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.organization.MembershipId;
import dev.latchkey.domain.organization.MembershipSource;
import dev.latchkey.domain.organization.MembershipStatus;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.organization.Slug;
import dev.latchkey.domain.session.SessionLimits;
import dev.latchkey.domain.session.SessionRules;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A deployment in memory at https://sso.example.com, with short ways through the usual journeys. */
public final class World {
  public static final String PASSWORD = "seven quiet lamps";
  public static final WebSettings SETTINGS = new WebSettings(URI.create("https://sso.example.com"),
      URI.create("https://sso.example.com"), "Latchkey", true, true, true, List.of(Cidr.parse("10.0.0.0/8")), 60);
  private static final SessionLimits LIMITS = new SessionLimits(Duration.ofHours(12), Duration.ofDays(7));

  public final InMemoryPorts ports = InMemoryPorts.empty();
  public final FakeRelyingParty relyingParty = new FakeRelyingParty();
  public final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T12:00:00Z"));
  /** The identity provider of every organization that has one. */
  public final FakeRelyingParty provider = new FakeRelyingParty();
  public final FakeDns dns = new FakeDns();
  private final Site site;

  public World() {
    this(SETTINGS, new FakePasswordHasher());
  }

  public World(WebSettings settings, PasswordHasher hasher) {
    Ids ids = new SequentialIds();
    Random random = new Random(42);
    SessionRules rules = new SessionRules(LIMITS, LIMITS);
    AuditTrail audit = new AuditTrail(ports.auditLog(), ids, clock);
    CodeChallenges challenges = new CodeChallenges(ports.oneTimeSecrets(), ids, clock, random);
    MailDispatch mail = new MailDispatch(new PlainMailWriter(), ports.mailOutbox(), ids, clock);
    ForeignWords words =
        new ForeignWords(ports.lastSignIns(), ports.federatedIdentities(), ports.ownSessions(), audit);
    SessionOpening opening = new SessionOpening(ports.sessions(), ports.lastSignIns(), ports.knownBrowsers(),
        words, rules, audit, ids, random);
    GuessLimit guesses = new GuessLimit(ports.guessCounts(), ports.knownBrowsers(), clock);
    AutoJoining joining = new AutoJoining(ports.domainClaims(), ports.memberships(), ports.removals(), audit, ids,
        clock);
    AccountOpening accounts = new AccountOpening(ports.users(), ports.lastSignIns(), ids);
    AddressRelease addresses =
        new AddressRelease(accounts, ports.users(), ports.memberships(), ports.members(), audit);
    OwnersAddress ownersAddress = new OwnersAddress(ports.memberships(), ports.owners(),
        new LastOwner(ports.owners(), ports.organizations(), clock), new AccountProof(ports.verifiedDomains(), clock));
    LinkTokens links = new LinkTokens(ports.oneTimeSecrets(), ids, clock, random);
    Entrance entrance = new Entrance(ports.memberships(), clock);
    BreakGlassAlarm alarm = new BreakGlassAlarm(ports.members(), ports.users(), mail, audit, clock);
    SettingUp settingUp = SettingUp.on(ports, entrance, challenges, links, hasher, opening, mail, audit, clock);
    Pages pages = new Pages(new Templates(), settings, Connecting.CLIENTS, clock);
    Callers callers = new Callers(new CheckSession(ports.sessions(), rules, clock));
    List<Object> parts = new ArrayList<>(List.of(settings, pages, new Failures(pages, settings), callers,
        new AddressLimit(settings),
        new SessionCookies(random), silentLog(),
        new OpenApiDocument(() -> OpenApi.describe(ApiRoute.of(new ApiApplication()))),
        new SignUp(accounts, ports.organizations(), challenges, hasher, new FakeBlocklist("passwordpassword"),
            mail, audit, ports.unitOfWork(), settings.signUpOpen()),
        new CodeJourneys(new RecognizeChallenge(challenges, ports.unitOfWork()),
            new VerifyEmail(challenges, accounts, ports.memberships(),
                new OrganizationFounding(ports.organizations(), ports.memberships(), audit, ids, clock), joining,
                opening, audit, ports.unitOfWork(), clock),
            new ResendCode(challenges, mail, audit, ports.unitOfWork()), settingUp.confirm(), settingUp.resend(),
            new ConfirmEmailChange(ports.users(), addresses, ownersAddress, ports.emailChanges(), challenges,
                ports.ownSessions(),
                mail, audit,
                ports.unitOfWork(), clock),
            new ResendEmailChangeCode(ports.users(), ports.emailChanges(), challenges, mail, audit,
                ports.unitOfWork(), clock),
            callers),
        new StartEmailChange(ports.users(), addresses, ownersAddress, ports.emailChanges(), challenges, mail, audit,
            ports.unitOfWork(),
            new AccountProof(ports.verifiedDomains(), clock), clock),
        new SignInWithPassword(ports.users(), ports.memberships(), guesses, hasher, opening, audit,
            ports.unitOfWork(), clock),
        new DiscoverSignIn(ports.verifiedDomains(), ports.ssoConnections(), ports.organizations(), clock),
        new SendMagicLink(ports.users(), ports.memberships(), links, mail, audit, ports.unitOfWork()),
        new RedeemMagicLink(ports.users(), ports.memberships(), links, guesses, joining, opening, audit,
            ports.unitOfWork(),
            clock),
        new SignOut(ports.sessions(), new ProviderSignOut(ports.providerSessions(), ports.ssoConnections(), provider,
            settings.appUrl()), audit, ports.unitOfWork()),
        new ReadOrganization(entrance),
        new ReadAuditHistory(ports.auditHistory(), entrance, new Paging(ports.cursors())),
        new RenameOrganization(ports.organizations(), entrance, audit, ports.unitOfWork()),
        new ReadTrialMail(ports.trialMailbox())));
    AuthenticatorChange changes =
        new AuthenticatorChange(ports.passkeys(), ports.users(), ports.ownSessions(),
            new AccountProof(ports.verifiedDomains(), clock), mail, clock);
    parts.addAll(SelfService.on(ports, rules, challenges, guesses, hasher, changes,
        new SessionPromotion(ports.sessions(), random), mail, audit, clock));
    parts.addAll(Inviting.on(ports, links, mail, entrance, hasher, opening, rules, audit, ids, clock));
    parts.addAll(Managing.on(ports, entrance, guesses, mail, audit, ids, clock));
    parts.addAll(Securing.on(ports, entrance, mail, audit, clock));
    parts.addAll(Domains.on(ports, dns, entrance, mail, audit, ids, clock, random));
    parts.addAll(SsoSettings.on(ports, relyingParty, entrance, guesses, audit, clock));
    parts.addAll(settingUp.parts());
    parts.addAll(Keys.on(ports, settings, entrance, audit, ids, clock, random));
    parts.addAll(SecondFactors.on(ports, alarm, changes, guesses, hasher, challenges, mail, audit, clock, random));
    parts.addAll(Passkeys.on(ports, alarm, changes, links, guesses, opening, audit, ids, clock, random));
    IdentityNotices notices = new IdentityNotices(ports.organizations(), mail, clock);
    parts.addAll(Federating.on(ports, provider, pages, settings, links, notices, entrance, joining, opening, rules,
        audit, ids, clock, random));
    parts.addAll(Connecting.on(ports, provider, pages, settings, links, opening, joining, notices, rules, audit, ids,
        clock, random));
    site = new Site(new ApiApplication(), new PagesApplication(), parts.toArray());
  }

  public FakeResponse send(FakeRequest request) {
    return site.send(request);
  }

  /** What the API has registered, such as {@code GET /api/auth/me}. */
  public Set<String> apiRoutes() {
    return site.apiRoutes();
  }

  public FakeResponse post(String path, String json) {
    return send(FakeRequest.json("POST", path, json));
  }

  /** Signs somebody up, with an organization of that name. @return the answer that signs them in */
  public FakeResponse register(String email, String organization) {
    FakeResponse begun = post("/api/auth/signup", """
        {"name":"Ada","email":"%s","password":"%s","organizationName":"%s"}""".formatted(email, PASSWORD,
        organization));
    return post("/api/auth/email/verify", """
        {"challengeId":"%s","code":"%s"}""".formatted(challengeIn(begun), lastCode()));
  }

  /** Signs somebody up. @return the header with their cookie */
  public String signedUp(String email) {
    return cookie(register(email, "Acme"));
  }

  public static String cookie(FakeResponse answer) {
    return "__Host-latchkey=" + answer.cookie("__Host-latchkey");
  }

  public static String challengeIn(FakeResponse answer) {
    return answer.body().replaceAll(".*\"challengeId\":\"([^\"]+)\".*", "$1");
  }

  /** The code or the link's token in the newest mail. */
  public String lastCode() {
    return lastMail().text();
  }

  public OutgoingMail lastMail() {
    return ports.mailOutbox().waiting().reduce((first, second) -> second).orElseThrow();
  }

  /** A code that is certainly not the one in the mail. */
  public String wrongCode() {
    return lastCode().equals("00000000") ? "11111111" : "00000000";
  }

  public User user(String email) {
    return ports.users().findByEmail(new EmailAddress(email)).orElseThrow();
  }

  /** Gives somebody a second factor, which sessions have to show from then on. */
  public void enrolMfa(String email) {
    User user = user(email);
    ports.users().save(new User(user.id(), user.email(), user.name(), user.locale(), user.password(), true,
        user.createdAt(), user.version()));
  }

  /** Makes the organization "acme" demand something of all its members, whom no break-glass lets past it. */
  public void demand(AuthRequired required) {
    Organization acme = acme();
    ports.organizations().save(acme.demanding(new AuthenticationRequirement(required, false)));
    changeMembership(member -> new Membership(member.id(), member.organizationId(), member.userId(), member.role(),
        member.status(), member.source(), false, member.createdAt(), member.version()));
  }

  /** Gives the only member of "acme" another role or status. */
  public void makeMember(Role role, MembershipStatus status) {
    changeMembership(member -> new Membership(member.id(), member.organizationId(), member.userId(), role, status,
        member.source(), member.breakGlass(), member.createdAt(), member.version()));
  }

  /** Makes somebody new a member of "acme". @return the header with their cookie */
  public String joinAcme(String email, Role role) {
    String theirs = cookie(register(email, "Own of " + email));
    ports.memberships().add(new Membership(new MembershipId(user(email).id().value()), acme().id(), user(email).id(),
        role, MembershipStatus.ACTIVE, MembershipSource.MANUAL, false, clock.instant(), 0));
    return theirs;
  }

  public Organization acme() {
    return ports.organizations().findBySlug(new Slug("acme")).orElseThrow();
  }

  private void changeMembership(UnaryOperator<Membership> change) {
    User ada = user("ada@example.com");
    ports.memberships().save(change.apply(ports.memberships().find(acme().id(), ada.id()).orElseThrow()));
  }

  private static LogContext silentLog() {
    return new LogContext() {
      @Override
      public void enter(String requestId) {}

      @Override
      public void leave() {}
    };
  }
}
