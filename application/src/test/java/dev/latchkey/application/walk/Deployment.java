package dev.latchkey.application.walk;

import dev.latchkey.application.Ids;
import dev.latchkey.application.account.AccountOpening;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.contract.Examples;
import dev.latchkey.application.contract.Ports;
import dev.latchkey.application.domainclaim.AccountProof;
import dev.latchkey.application.domainclaim.AutoJoining;
import dev.latchkey.application.emailchange.AddressRelease;
import dev.latchkey.application.emailchange.ConfirmEmailChange;
import dev.latchkey.application.emailchange.OwnersAddress;
import dev.latchkey.application.emailchange.StartEmailChange;
import dev.latchkey.application.guessing.GuessLimit;
import dev.latchkey.application.mail.MailDispatch;
import dev.latchkey.application.member.ApprovalMail;
import dev.latchkey.application.member.BreakGlass;
import dev.latchkey.application.member.ChangeMember;
import dev.latchkey.application.member.LastOwner;
import dev.latchkey.application.member.MemberGate;
import dev.latchkey.application.member.MembershipEnding;
import dev.latchkey.application.member.RemoveMember;
import dev.latchkey.application.memory.FakeBlocklist;
import dev.latchkey.application.memory.FakePasswordHasher;
import dev.latchkey.application.memory.FakeRelyingParty;
import dev.latchkey.application.memory.FakeTotpCodes;
import dev.latchkey.application.memory.SettableClock;
import dev.latchkey.application.mfa.ConfirmTotp;
import dev.latchkey.application.mfa.Reauthenticate;
import dev.latchkey.application.mfa.ReauthenticationCodes;
import dev.latchkey.application.mfa.RecoveryCodeIssue;
import dev.latchkey.application.mfa.RemoveTotp;
import dev.latchkey.application.mfa.RenewRecoveryCodes;
import dev.latchkey.application.mfa.SecondFactorCheck;
import dev.latchkey.application.mfa.StartTotp;
import dev.latchkey.application.mfa.VerifyMfa;
import dev.latchkey.application.onetime.CodeChallenges;
import dev.latchkey.application.onetime.LinkTokens;
import dev.latchkey.application.organization.Entrance;
import dev.latchkey.application.ownaccount.EndSessions;
import dev.latchkey.application.passkey.AuthenticatorChange;
import dev.latchkey.application.password.ChangePassword;
import dev.latchkey.application.password.ForgotPassword;
import dev.latchkey.application.password.PasswordCheck;
import dev.latchkey.application.password.PasswordReplacement;
import dev.latchkey.application.password.ResetPassword;
import dev.latchkey.application.policy.BreakGlassAlarm;
import dev.latchkey.application.session.CheckSession;
import dev.latchkey.application.session.ForeignWords;
import dev.latchkey.application.session.SessionOpening;
import dev.latchkey.application.session.SessionPromotion;
import dev.latchkey.application.signin.RedeemMagicLink;
import dev.latchkey.application.signin.SendMagicLink;
import dev.latchkey.application.signin.SignInWithPassword;
import dev.latchkey.application.signin.SignOut;
import dev.latchkey.application.sso.ProviderSignOut;
import dev.latchkey.domain.session.SessionLimits;
import dev.latchkey.domain.session.SessionRules;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.random.RandomGenerator;

/** The use cases that a walk takes, over any ports, with a clock that only it moves. */
final class Deployment {
  private static final SessionRules RULES = new SessionRules(
      new SessionLimits(Duration.ofHours(12), Duration.ofDays(7)),
      new SessionLimits(Duration.ofHours(1), Duration.ofHours(24)));

  final Ports ports;
  final SettableClock clock;
  final Mailbox mailbox = new Mailbox();
  final FakePasswordHasher hasher = new FakePasswordHasher();
  final RandomGenerator random = new Random(7);
  final CheckSession check;
  final SignInWithPassword signIn;
  final SignOut signOut;
  final EndSessions endSessions;
  final StartTotp startTotp;
  final ConfirmTotp confirmTotp;
  final RemoveTotp removeTotp;
  final RenewRecoveryCodes renewRecoveryCodes;
  final VerifyMfa verifyMfa;
  final Reauthenticate reauthenticate;
  final ChangePassword changePassword;
  final ForgotPassword forgotPassword;
  final ResetPassword resetPassword;
  final SendMagicLink sendMagicLink;
  final RedeemMagicLink redeemMagicLink;
  final ChangeMember changeMember;
  final RemoveMember removeMember;
  final SessionPromotion promotion;
  final StartEmailChange startEmailChange;
  final ConfirmEmailChange confirmEmailChange;

  Deployment(Ports ports, Instant start) {
    this.ports = ports;
    this.clock = new SettableClock(start);
    Ids ids = Examples::id;
    AuditTrail audit = new AuditTrail(ports.auditLog(), ids, clock);
    CodeChallenges challenges = new CodeChallenges(ports.oneTimeSecrets(), ids, clock, random);
    LinkTokens links = new LinkTokens(ports.oneTimeSecrets(), ids, clock, random);
    MailDispatch mail = new MailDispatch(mailbox, ports.mailOutbox(), ids, clock);
    GuessLimit guesses = new GuessLimit(ports.guessCounts(), ports.knownBrowsers(), clock);
    FakeBlocklist blocklist = new FakeBlocklist();
    PasswordCheck passwords = new PasswordCheck(blocklist, ports.memberships());
    FakeTotpCodes codes = new FakeTotpCodes();
    RecoveryCodeIssue recovery = new RecoveryCodeIssue(ports.recoveryCodes(), random);
    SecondFactorCheck secondFactor = new SecondFactorCheck(ports.totpAuthenticators(), codes, ports.recoveryCodes());
    promotion = new SessionPromotion(ports.sessions(), random);
    SessionOpening opening =
        new SessionOpening(ports.sessions(), ports.lastSignIns(), ports.knownBrowsers(),
            new ForeignWords(ports.lastSignIns(), ports.federatedIdentities(), ports.ownSessions(), audit), RULES,
            audit, ids,
            random);
    PasswordReplacement replacement = new PasswordReplacement(ports.users(), ports.ownSessions(), guesses, mail,
        clock);
    BreakGlass breakGlass = new BreakGlass(ports.owners(), ports.memberships(), ports.organizations());
    BreakGlassAlarm alarm = new BreakGlassAlarm(ports.members(), ports.users(), mail, audit, clock);
    check = new CheckSession(ports.sessions(), RULES, clock);
    signIn = new SignInWithPassword(ports.users(), ports.memberships(), guesses, hasher, opening, audit,
        ports.unitOfWork(), clock);
    signOut = new SignOut(ports.sessions(), new ProviderSignOut(ports.providerSessions(), ports.ssoConnections(),
        new FakeRelyingParty(), URI.create("https://app.example.com")), audit, ports.unitOfWork());
    endSessions = new EndSessions(ports.ownSessions(), new AccountProof(ports.verifiedDomains(), clock), audit,
        ports.unitOfWork());
    AccountProof proof = new AccountProof(ports.verifiedDomains(), clock);
    AuthenticatorChange changes =
        new AuthenticatorChange(ports.passkeys(), ports.users(), ports.ownSessions(), proof, mail,
            clock);
    startTotp = new StartTotp(ports.totpAuthenticators(), changes, ports.unitOfWork(), random);
    confirmTotp = new ConfirmTotp(ports.totpAuthenticators(), codes, recovery, ports.users(), changes,
        promotion, alarm, audit, ports.unitOfWork(), clock);
    removeTotp = new RemoveTotp(ports.totpAuthenticators(), ports.recoveryCodes(), ports.users(), breakGlass,
        changes, promotion, audit, ports.unitOfWork(), proof);
    renewRecoveryCodes = new RenewRecoveryCodes(recovery, audit, ports.unitOfWork(), proof);
    verifyMfa =
        new VerifyMfa(secondFactor, guesses, ports.sessions(), promotion, alarm, audit, ports.unitOfWork(), clock);
    reauthenticate = new Reauthenticate(ports.users(), hasher, secondFactor, new ReauthenticationCodes(challenges),
        guesses, promotion, alarm, audit,
        ports.unitOfWork(), clock);
    changePassword = new ChangePassword(ports.users(), guesses, hasher, passwords, replacement, audit,
        ports.unitOfWork());
    forgotPassword =
        new ForgotPassword(ports.users(), ports.memberships(), challenges, mail, audit, ports.unitOfWork());
    resetPassword = new ResetPassword(ports.users(), ports.memberships(), challenges, hasher, passwords, replacement,
        audit, ports.unitOfWork());
    AddressRelease addresses = new AddressRelease(new AccountOpening(ports.users(), ports.lastSignIns(), ids),
        ports.users(), ports.memberships(), ports.members(), audit);
    LastOwner lastOwner = new LastOwner(ports.owners(), ports.organizations(), clock);
    OwnersAddress ownersAddress = new OwnersAddress(ports.memberships(), ports.owners(), lastOwner, proof);
    startEmailChange =
        new StartEmailChange(ports.users(), addresses, ownersAddress, ports.emailChanges(), challenges, mail, audit,
            ports.unitOfWork(), proof, clock);
    confirmEmailChange =
        new ConfirmEmailChange(ports.users(), addresses, ownersAddress, ports.emailChanges(), challenges,
            ports.ownSessions(), mail, audit, ports.unitOfWork(), clock);
    sendMagicLink = new SendMagicLink(ports.users(), ports.memberships(), links, mail, audit, ports.unitOfWork());
    redeemMagicLink = new RedeemMagicLink(ports.users(), ports.memberships(), links, guesses,
        new AutoJoining(ports.verifiedDomains(), ports.memberships(), ports.removals(), audit, ids, clock), opening,
        audit, ports.unitOfWork(), clock);
    MemberGate gate = new MemberGate(new Entrance(ports.memberships(), clock), ports.members(), ports.owners(),
        lastOwner);
    MembershipEnding ending = new MembershipEnding(ports.memberships(), ports.ownSessions());
    changeMember =
        new ChangeMember(gate, breakGlass, ports.memberships(), ports.members(), ending,
            new ApprovalMail(ports.organizations(), ports.users(), mail, clock), audit, ports.unitOfWork());
    removeMember =
        new RemoveMember(gate, breakGlass, ports.members(), ports.removals(), ending, audit, ports.unitOfWork(), clock);
  }
}
