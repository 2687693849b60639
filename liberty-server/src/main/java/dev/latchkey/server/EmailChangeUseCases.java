package dev.latchkey.server;

import dev.latchkey.adapter.persistence.Storage;
import dev.latchkey.application.account.AccountOpening;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.domainclaim.AccountProof;
import dev.latchkey.application.emailchange.AddressRelease;
import dev.latchkey.application.emailchange.ConfirmEmailChange;
import dev.latchkey.application.emailchange.OwnersAddress;
import dev.latchkey.application.emailchange.ResendEmailChangeCode;
import dev.latchkey.application.emailchange.StartEmailChange;
import dev.latchkey.application.mail.MailDispatch;
import dev.latchkey.application.member.LastOwner;
import dev.latchkey.application.onetime.CodeChallenges;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Moving an account to another e-mail address. */
@Dependent
public final class EmailChangeUseCases {

  @Produces
  @Singleton
  static StartEmailChange startEmailChange(Storage storage, AddressRelease addresses, OwnersAddress ownersAddress,
      CodeChallenges challenges, MailDispatch mail, AuditTrail audit, AccountProof proof, InstantSource clock) {
    return new StartEmailChange(storage.users(), addresses, ownersAddress, storage.emailChanges(), challenges, mail,
        audit, storage.unitOfWork(), proof, clock);
  }

  @Produces
  @Singleton
  static ResendEmailChangeCode resendEmailChangeCode(Storage storage, CodeChallenges challenges, MailDispatch mail,
      AuditTrail audit, InstantSource clock) {
    return new ResendEmailChangeCode(storage.users(), storage.emailChanges(), challenges, mail, audit,
        storage.unitOfWork(), clock);
  }

  @Produces
  @Singleton
  static ConfirmEmailChange confirmEmailChange(Storage storage, AddressRelease addresses, OwnersAddress ownersAddress,
      CodeChallenges challenges, MailDispatch mail, AuditTrail audit, InstantSource clock) {
    return new ConfirmEmailChange(storage.users(), addresses, ownersAddress, storage.emailChanges(), challenges,
        storage.ownSessions(), mail, audit, storage.unitOfWork(), clock);
  }

  @Produces
  @Singleton
  static OwnersAddress ownersAddress(Storage storage, LastOwner lastOwner, AccountProof proof) {
    return new OwnersAddress(storage.memberships(), storage.owners(), lastOwner, proof);
  }

  @Produces
  @Singleton
  static AddressRelease addressRelease(Storage storage, AccountOpening accounts, AuditTrail audit) {
    return new AddressRelease(accounts, storage.users(), storage.memberships(), storage.members(), audit);
  }
}
