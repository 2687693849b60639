package dev.latchkey.application.ownaccount;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.account.Users;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.domainclaim.AccountProof;
import dev.latchkey.domain.account.PersonName;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.session.SignedIn;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Lets people say what they are called and which language they read. All their organizations see it, so the word of one
 * organization's identity provider is not enough where there are others.
 */
public final class ChangeProfile {
  private final Users users;
  private final AccountProof proof;
  private final AuditTrail audit;
  private final UnitOfWork unitOfWork;

  public ChangeProfile(Users users, AccountProof proof, AuditTrail audit, UnitOfWork unitOfWork) {
    this.users = users;
    this.proof = proof;
    this.audit = audit;
    this.unitOfWork = unitOfWork;
  }

  public Outcome change(Command command) {
    return unitOfWork.run(() -> {
      if (!proof.reach(command.signedIn()).coversProfile()) {
        return new Outcome.OwnProofNeeded();
      }
      User before = users.find(command.signedIn().person().id()).orElseThrow();
      User after = before.presentedAs(command.name().orElse(before.name()), command.locale().orElse(before.locale()));
      if (!after.equals(before)) {
        users.save(after);
        audit.append(AuditTrail.Entry.success(AuditAction.PROFILE_CHANGED, command.origin()).by(before.id())
            .with(Map.of("name", after.name().value(), "locale", after.locale().toLanguageTag())));
      }
      return new Outcome.Changed(after);
    });
  }

  /** What is to change; what is absent stays. */
  public record Command(SignedIn signedIn, Optional<PersonName> name, Optional<Locale> locale, Origin origin) {}

  /** What came of it. */
  public sealed interface Outcome {
    /** @param account as it is now */
    record Changed(User account) implements Outcome {}

    /** The session has shown nothing that is the person's own. */
    record OwnProofNeeded() implements Outcome {}
  }
}
