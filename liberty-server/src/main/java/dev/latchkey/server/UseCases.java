package dev.latchkey.server;

import dev.latchkey.adapter.persistence.Storage;
import dev.latchkey.application.Ids;
import dev.latchkey.application.account.AccountOpening;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.domainclaim.AutoJoining;
import dev.latchkey.application.guessing.GuessLimit;
import dev.latchkey.application.mail.DeliverMail;
import dev.latchkey.application.mail.MailDispatch;
import dev.latchkey.application.mail.MailTransport;
import dev.latchkey.application.mail.MailWriter;
import dev.latchkey.application.mail.ReadTrialMail;
import dev.latchkey.application.onetime.CodeChallenges;
import dev.latchkey.application.onetime.LinkTokens;
import dev.latchkey.application.onetime.RecognizeChallenge;
import dev.latchkey.application.session.CheckSession;
import dev.latchkey.application.session.ForeignWords;
import dev.latchkey.application.session.SessionOpening;
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
import dev.latchkey.domain.session.SessionRules;
import dev.latchkey.domain.signin.PasswordPolicy;
import dev.latchkey.server.settings.Settings;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * What Latchkey can do, each use case with what it works on; a good place to begin reading. People's own accounts are
 * in {@link AccountUseCases} and {@link EmailChangeUseCases}, second factors in {@link MfaUseCases}, passkeys in {@link
 * PasskeyUseCases}, signing in at Google and Microsoft in {@link SocialUseCases}, linked identities in {@link
 * IdentityUseCases}, organizations in {@link OrganizationUseCases} and {@link SecurityUseCases}, their identity
 * providers in {@link SsoSettingsUseCases}, their domains in {@link DomainUseCases}, their members in {@link
 * MemberUseCases} and {@link SetupUseCases}, invitations in {@link InvitationUseCases}, keys for programs in {@link
 * ApiKeyUseCases}.
 */
@Dependent
public final class UseCases {

  @Produces
  @Singleton
  static SignUp signUp(Storage storage, AccountOpening accounts, CodeChallenges challenges, PasswordHasher hasher,
      PasswordPolicy.Blocklist blocklist, MailDispatch mail, AuditTrail audit, Settings settings) {
    return new SignUp(accounts, storage.organizations(), challenges, hasher, blocklist, mail, audit,
        storage.unitOfWork(), settings.openSignUp());
  }

  @Produces
  @Singleton
  static RecognizeChallenge recognizeChallenge(Storage storage, CodeChallenges challenges) {
    return new RecognizeChallenge(challenges, storage.unitOfWork());
  }

  @Produces
  @Singleton
  static ResendCode resendCode(Storage storage, CodeChallenges challenges, MailDispatch mail, AuditTrail audit) {
    return new ResendCode(challenges, mail, audit, storage.unitOfWork());
  }

  @Produces
  @Singleton
  static VerifyEmail verifyEmail(Storage storage, AccountOpening accounts, CodeChallenges challenges,
      AutoJoining joining, SessionOpening sessions, AuditTrail audit, Ids ids, InstantSource clock) {
    return new VerifyEmail(challenges, accounts, storage.memberships(),
        new OrganizationFounding(storage.organizations(), storage.memberships(), audit, ids, clock), joining, sessions,
        audit, storage.unitOfWork(), clock);
  }

  @Produces
  @Singleton
  static SignInWithPassword signInWithPassword(Storage storage, GuessLimit guesses, PasswordHasher hasher,
      SessionOpening sessions, AuditTrail audit, InstantSource clock) {
    return new SignInWithPassword(storage.users(), storage.memberships(), guesses, hasher, sessions, audit,
        storage.unitOfWork(), clock);
  }

  @Produces
  @Singleton
  static SendMagicLink sendMagicLink(Storage storage, LinkTokens links, MailDispatch mail, AuditTrail audit) {
    return new SendMagicLink(storage.users(), storage.memberships(), links, mail, audit, storage.unitOfWork());
  }

  @Produces
  @Singleton
  static RedeemMagicLink redeemMagicLink(Storage storage, LinkTokens links, GuessLimit guesses,
      AutoJoining joining, SessionOpening sessions, AuditTrail audit, InstantSource clock) {
    return new RedeemMagicLink(storage.users(), storage.memberships(), links, guesses, joining, sessions, audit,
        storage.unitOfWork(), clock);
  }

  @Produces
  @Singleton
  static CheckSession checkSession(Storage storage, SessionRules rules, InstantSource clock) {
    return new CheckSession(storage.sessions(), rules, clock);
  }

  @Produces
  @Singleton
  static SignOut signOut(Storage storage, ProviderSignOut provider, AuditTrail audit) {
    return new SignOut(storage.sessions(), provider, audit, storage.unitOfWork());
  }

  @Produces
  @Singleton
  static DeliverMail deliverMail(Storage storage, MailTransport transport, InstantSource clock) {
    return new DeliverMail(storage.mailOutbox(), transport, clock);
  }

  @Produces
  @Singleton
  static ReadTrialMail readTrialMail(Storage storage) {
    return new ReadTrialMail(storage.trialMailbox());
  }

  // What several use cases share.

  @Produces
  @Singleton
  static AuditTrail auditTrail(Storage storage, Ids ids, InstantSource clock) {
    return new AuditTrail(storage.auditLog(), ids, clock);
  }

  @Produces
  @Singleton
  static CodeChallenges codeChallenges(Storage storage, Ids ids, InstantSource clock, RandomGenerator random) {
    return new CodeChallenges(storage.oneTimeSecrets(), ids, clock, random);
  }

  @Produces
  @Singleton
  static LinkTokens linkTokens(Storage storage, Ids ids, InstantSource clock, RandomGenerator random) {
    return new LinkTokens(storage.oneTimeSecrets(), ids, clock, random);
  }

  @Produces
  @Singleton
  static GuessLimit guessLimit(Storage storage, InstantSource clock) {
    return new GuessLimit(storage.guessCounts(), storage.knownBrowsers(), clock);
  }

  @Produces
  @Singleton
  static MailDispatch mailDispatch(Storage storage, MailWriter writer, Ids ids, InstantSource clock) {
    return new MailDispatch(writer, storage.mailOutbox(), ids, clock);
  }

  @Produces
  @Singleton
  static ForeignWords foreignWords(Storage storage, AuditTrail audit) {
    return new ForeignWords(storage.lastSignIns(), storage.federatedIdentities(), storage.ownSessions(), audit);
  }

  @Produces
  @Singleton
  static SessionOpening sessionOpening(Storage storage, ForeignWords words, SessionRules rules, AuditTrail audit,
      Ids ids, RandomGenerator random) {
    return new SessionOpening(storage.sessions(), storage.lastSignIns(), storage.knownBrowsers(), words, rules, audit,
        ids, random);
  }
}
