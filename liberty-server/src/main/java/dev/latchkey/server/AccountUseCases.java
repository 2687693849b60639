package dev.latchkey.server;

import dev.latchkey.adapter.persistence.Storage;
import dev.latchkey.application.Ids;
import dev.latchkey.application.account.AccountOpening;
import dev.latchkey.application.account.ChangeProfile;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.domainclaim.AccountProof;
import dev.latchkey.application.guessing.GuessLimit;
import dev.latchkey.application.mail.MailDispatch;
import dev.latchkey.application.onetime.CodeChallenges;
import dev.latchkey.application.passkey.AuthenticatorChange;
import dev.latchkey.application.password.ChangePassword;
import dev.latchkey.application.password.FirstPassword;
import dev.latchkey.application.password.ForgotPassword;
import dev.latchkey.application.password.PasswordCheck;
import dev.latchkey.application.password.PasswordReplacement;
import dev.latchkey.application.password.ResetPassword;
import dev.latchkey.application.password.SetFirstPassword;
import dev.latchkey.application.session.EndSessions;
import dev.latchkey.application.session.ListSessions;
import dev.latchkey.application.session.SessionPromotion;
import dev.latchkey.application.signin.PasswordHasher;
import dev.latchkey.domain.session.SessionRules;
import dev.latchkey.domain.signin.PasswordPolicy;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** What people can do with their own account, its second factor apart. */
@Dependent
public final class AccountUseCases {

  @Produces
  @Singleton
  static ListSessions listSessions(Storage storage, SessionRules rules, InstantSource clock) {
    return new ListSessions(storage.ownSessions(), rules, clock);
  }

  @Produces
  @Singleton
  static EndSessions endSessions(Storage storage, AuditTrail audit) {
    return new EndSessions(storage.ownSessions(), audit, storage.unitOfWork());
  }

  @Produces
  @Singleton
  static ChangeProfile changeProfile(Storage storage, AuditTrail audit) {
    return new ChangeProfile(storage.users(), audit, storage.unitOfWork());
  }

  @Produces
  @Singleton
  static ForgotPassword forgotPassword(Storage storage, CodeChallenges challenges, MailDispatch mail,
      AuditTrail audit) {
    return new ForgotPassword(storage.users(), storage.memberships(), challenges, mail, audit, storage.unitOfWork());
  }

  @Produces
  @Singleton
  static ResetPassword resetPassword(Storage storage, CodeChallenges challenges, PasswordHasher hasher,
      PasswordCheck passwords, PasswordReplacement replacement, AuditTrail audit) {
    return new ResetPassword(storage.users(), storage.memberships(), challenges, hasher, passwords, replacement, audit,
        storage.unitOfWork());
  }

  @Produces
  @Singleton
  static ChangePassword changePassword(Storage storage, GuessLimit guesses, PasswordHasher hasher,
      PasswordCheck passwords, PasswordReplacement replacement, AuditTrail audit) {
    return new ChangePassword(storage.users(), guesses, hasher, passwords, replacement, audit, storage.unitOfWork());
  }

  @Produces
  @Singleton
  static FirstPassword firstPassword(Storage storage, AuthenticatorChange changes) {
    return new FirstPassword(storage.users(), changes);
  }

  @Produces
  @Singleton
  static SetFirstPassword setFirstPassword(Storage storage, FirstPassword rule, PasswordCheck passwords,
      PasswordHasher hasher, AuthenticatorChange changes, SessionPromotion promotion, GuessLimit guesses,
      AuditTrail audit) {
    return new SetFirstPassword(rule, storage.users(), passwords, hasher, changes, promotion, guesses, audit,
        storage.unitOfWork());
  }

  @Produces
  @Singleton
  static PasswordCheck passwordCheck(Storage storage, PasswordPolicy.Blocklist blocklist) {
    return new PasswordCheck(blocklist, storage.memberships());
  }

  @Produces
  @Singleton
  static PasswordReplacement passwordReplacement(Storage storage, GuessLimit guesses, MailDispatch mail,
      InstantSource clock) {
    return new PasswordReplacement(storage.users(), storage.ownSessions(), guesses, mail, clock);
  }

  @Produces
  @Singleton
  static AccountProof accountProof(Storage storage, InstantSource clock) {
    return new AccountProof(storage.verifiedDomains(), clock);
  }

  @Produces
  @Singleton
  static AccountOpening accountOpening(Storage storage, Ids ids) {
    return new AccountOpening(storage.users(), storage.lastSignIns(), ids);
  }
}
