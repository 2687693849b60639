package dev.latchkey.application.mfa;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.account.Users;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.domainclaim.AccountProof;
import dev.latchkey.application.member.BreakGlass;
import dev.latchkey.application.passkey.AuthenticatorChange;
import dev.latchkey.application.session.SessionPromotion;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.mail.MailContent.AuthenticatorChanged.Change;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.organization.OrganizationName;
import dev.latchkey.domain.session.Proof;
import dev.latchkey.domain.session.SignedIn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes the second factor off an account, unless an organization demands one. All other sessions end; the one that asks
 * goes on without what it has shown of that factor.
 */
public final class RemoveTotp {
  private final TotpAuthenticators authenticators;
  private final RecoveryCodes recovery;
  private final Users users;
  private final BreakGlass breakGlass;
  private final AuthenticatorChange changes;
  private final SessionPromotion promotion;
  private final AuditTrail audit;
  private final UnitOfWork unitOfWork;
  private final AccountProof proof;

  public RemoveTotp(TotpAuthenticators authenticators, RecoveryCodes recovery, Users users, BreakGlass breakGlass,
      AuthenticatorChange changes, SessionPromotion promotion, AuditTrail audit, UnitOfWork unitOfWork,
      AccountProof proof) {
    this.authenticators = authenticators;
    this.recovery = recovery;
    this.users = users;
    this.breakGlass = breakGlass;
    this.changes = changes;
    this.promotion = promotion;
    this.audit = audit;
    this.unitOfWork = unitOfWork;
    this.proof = proof;
  }

  public Outcome remove(SignedIn signedIn, Origin origin) {
    if (!signedIn.person().mfaEnrolled()) {
      return new Outcome.NotEnrolled();
    }
    if (!proof.isFresh(signedIn)) {
      return new Outcome.ProofTooOld();
    }
    if (signedIn.mfaDemanded()) {
      return new Outcome.Demanded();
    }
    return unitOfWork.run(() -> {
      Optional<Organization> dependent = breakGlass.dependingOn(signedIn.person().id());
      if (dependent.isPresent()) {
        return new Outcome.LastBreakGlass(dependent.get().name());
      }
      User user = users.find(signedIn.person().id()).orElseThrow();
      authenticators.remove(user.id());
      recovery.replace(user.id(), List.of());
      users.save(user.withMfa(false));
      int ended = changes.made(signedIn, Change.APP_REMOVED);
      audit.append(AuditTrail.Entry.success(AuditAction.MFA_REMOVED, origin).by(user.id())
          .with(Map.of("method", "totp", "sessionsEnded", String.valueOf(ended))));
      return new Outcome.Removed(promotion.drop(signedIn, Set.of(Proof.Totp.class, Proof.RecoveryCode.class)));
    });
  }

  /** What came of it. */
  public sealed interface Outcome {
    record Removed(SessionPromotion.Promoted session) implements Outcome {}

    record NotEnrolled() implements Outcome {}

    /** An organization of the person insists on a second factor. */
    record Demanded() implements Outcome {}

    /** @param organization into which nobody else would get if its identity provider failed */
    record LastBreakGlass(OrganizationName organization) implements Outcome {}

    record ProofTooOld() implements Outcome {}
  }
}
