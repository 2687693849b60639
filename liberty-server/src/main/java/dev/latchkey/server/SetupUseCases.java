package dev.latchkey.server;

import dev.latchkey.adapter.persistence.Storage;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.mail.MailDispatch;
import dev.latchkey.application.onetime.CodeChallenges;
import dev.latchkey.application.onetime.LinkTokens;
import dev.latchkey.application.organization.Entrance;
import dev.latchkey.application.password.PasswordCheck;
import dev.latchkey.application.session.SessionOpening;
import dev.latchkey.application.setup.ConfirmSetup;
import dev.latchkey.application.setup.ReadSetup;
import dev.latchkey.application.setup.ResendSetupCode;
import dev.latchkey.application.setup.SendSetupEmail;
import dev.latchkey.application.setup.SetupStanding;
import dev.latchkey.application.setup.StartSetup;
import dev.latchkey.application.signin.PasswordHasher;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** How people who were added by hand set up their sign-in. */
@Dependent
public final class SetupUseCases {

  @Produces
  @Singleton
  static SendSetupEmail sendSetupEmail(Storage storage, Entrance entrance, SetupStanding standing, LinkTokens links,
      MailDispatch mail, AuditTrail audit, InstantSource clock) {
    return new SendSetupEmail(entrance, storage.members(), storage.users(), standing, storage.setupLinks(), links,
        mail, audit, storage.unitOfWork(), clock);
  }

  @Produces
  @Singleton
  static ReadSetup readSetup(Storage storage, LinkTokens links, SetupStanding standing) {
    return new ReadSetup(links, standing, storage.unitOfWork());
  }

  @Produces
  @Singleton
  static StartSetup startSetup(Storage storage, LinkTokens links, SetupStanding standing, CodeChallenges challenges,
      PasswordHasher hasher, PasswordCheck passwords, MailDispatch mail, AuditTrail audit) {
    return new StartSetup(links, standing, storage.users(), challenges, hasher, passwords, mail, audit,
        storage.unitOfWork());
  }

  @Produces
  @Singleton
  static ConfirmSetup confirmSetup(Storage storage, CodeChallenges challenges, SetupStanding standing,
      SessionOpening sessions, AuditTrail audit, InstantSource clock) {
    return new ConfirmSetup(challenges, standing, storage.users(), storage.members(), storage.memberships(), sessions,
        audit, storage.unitOfWork(), clock);
  }

  @Produces
  @Singleton
  static ResendSetupCode resendSetupCode(Storage storage, CodeChallenges challenges, SetupStanding standing,
      MailDispatch mail, AuditTrail audit) {
    return new ResendSetupCode(challenges, standing, storage.users(), mail, audit, storage.unitOfWork());
  }

  @Produces
  @Singleton
  static SetupStanding setupStanding(Storage storage, InstantSource clock) {
    return new SetupStanding(storage.members(), storage.memberships(), storage.users(), storage.lastSignIns(),
        storage.setupLinks(), clock);
  }
}
