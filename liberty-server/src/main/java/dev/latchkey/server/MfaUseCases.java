package dev.latchkey.server;

import dev.latchkey.adapter.idp.mfa.HmacTotpCodes;
import dev.latchkey.adapter.persistence.Storage;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.domainclaim.AccountProof;
import dev.latchkey.application.guessing.GuessLimit;
import dev.latchkey.application.mail.MailDispatch;
import dev.latchkey.application.member.BreakGlass;
import dev.latchkey.application.mfa.ConfirmTotp;
import dev.latchkey.application.mfa.ReadOwnMeans;
import dev.latchkey.application.mfa.ReadSecondFactor;
import dev.latchkey.application.mfa.ReadTotpOffer;
import dev.latchkey.application.mfa.Reauthenticate;
import dev.latchkey.application.mfa.ReauthenticationCodes;
import dev.latchkey.application.mfa.RecoveryCodeIssue;
import dev.latchkey.application.mfa.RemoveTotp;
import dev.latchkey.application.mfa.RenewRecoveryCodes;
import dev.latchkey.application.mfa.SecondFactorCheck;
import dev.latchkey.application.mfa.SendReauthenticationCode;
import dev.latchkey.application.mfa.StartTotp;
import dev.latchkey.application.mfa.TotpCodes;
import dev.latchkey.application.mfa.VerifyMfa;
import dev.latchkey.application.onetime.CodeChallenges;
import dev.latchkey.application.passkey.AuthenticatorChange;
import dev.latchkey.application.policy.BreakGlassAlarm;
import dev.latchkey.application.session.SessionPromotion;
import dev.latchkey.application.signin.PasswordHasher;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** The second factor: enrolled, shown, renewed, removed, and what is asked again before a sensitive change. */
@Dependent
public final class MfaUseCases {

  @Produces
  @Singleton
  static TotpCodes totpCodes() {
    return new HmacTotpCodes();
  }

  @Produces
  @Singleton
  static StartTotp startTotp(Storage storage, AuthenticatorChange changes, RandomGenerator random) {
    return new StartTotp(storage.totpAuthenticators(), changes, storage.unitOfWork(), random);
  }

  @Produces
  @Singleton
  static ReadTotpOffer readTotpOffer(Storage storage, AccountProof proof) {
    return new ReadTotpOffer(storage.totpAuthenticators(), storage.unitOfWork(), proof);
  }

  @Produces
  @Singleton
  static ReadOwnMeans readOwnMeans(Storage storage) {
    return new ReadOwnMeans(storage.users(), storage.passkeys());
  }

  @Produces
  @Singleton
  static ReadSecondFactor readSecondFactor(Storage storage) {
    return new ReadSecondFactor(storage.recoveryCodes(), storage.unitOfWork());
  }

  @Produces
  @Singleton
  static ConfirmTotp confirmTotp(Storage storage, TotpCodes codes, RecoveryCodeIssue recovery,
      AuthenticatorChange changes, SessionPromotion promotion, BreakGlassAlarm alarm, AuditTrail audit,
      InstantSource clock) {
    return new ConfirmTotp(storage.totpAuthenticators(), codes, recovery, storage.users(), changes,
        promotion, alarm, audit, storage.unitOfWork(), clock);
  }

  @Produces
  @Singleton
  static RemoveTotp removeTotp(Storage storage, BreakGlass breakGlass, AuthenticatorChange changes,
      SessionPromotion promotion, AuditTrail audit,
      AccountProof proof) {
    return new RemoveTotp(storage.totpAuthenticators(), storage.recoveryCodes(), storage.users(), breakGlass,
        changes, promotion, audit, storage.unitOfWork(), proof);
  }

  @Produces
  @Singleton
  static RenewRecoveryCodes renewRecoveryCodes(Storage storage, RecoveryCodeIssue recovery, AuditTrail audit,
      AccountProof proof) {
    return new RenewRecoveryCodes(recovery, audit, storage.unitOfWork(), proof);
  }

  @Produces
  @Singleton
  static VerifyMfa verifyMfa(Storage storage, SecondFactorCheck check, GuessLimit guesses, SessionPromotion promotion,
      BreakGlassAlarm alarm,
      AuditTrail audit, InstantSource clock) {
    return new VerifyMfa(check, guesses, storage.sessions(), promotion, alarm, audit, storage.unitOfWork(), clock);
  }

  @Produces
  @Singleton
  static ReauthenticationCodes reauthenticationCodes(CodeChallenges challenges) {
    return new ReauthenticationCodes(challenges);
  }

  @Produces
  @Singleton
  static SendReauthenticationCode sendReauthenticationCode(Storage storage, ReauthenticationCodes codes,
      MailDispatch mail, AuditTrail audit) {
    return new SendReauthenticationCode(storage.users(), codes, mail, audit, storage.unitOfWork());
  }

  @Produces
  @Singleton
  static Reauthenticate reauthenticate(Storage storage, PasswordHasher hasher, SecondFactorCheck check,
      ReauthenticationCodes codes,
      GuessLimit guesses, SessionPromotion promotion, BreakGlassAlarm alarm, AuditTrail audit, InstantSource clock) {
    return new Reauthenticate(storage.users(), hasher, check, codes, guesses, promotion, alarm, audit,
        storage.unitOfWork(),
        clock);
  }

  @Produces
  @Singleton
  static RecoveryCodeIssue recoveryCodeIssue(Storage storage, RandomGenerator random) {
    return new RecoveryCodeIssue(storage.recoveryCodes(), random);
  }

  @Produces
  @Singleton
  static SecondFactorCheck secondFactorCheck(Storage storage, TotpCodes codes) {
    return new SecondFactorCheck(storage.totpAuthenticators(), codes, storage.recoveryCodes());
  }

  @Produces
  @Singleton
  static SessionPromotion sessionPromotion(Storage storage, RandomGenerator random) {
    return new SessionPromotion(storage.sessions(), random);
  }
}
