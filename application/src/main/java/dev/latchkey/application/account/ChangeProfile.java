package dev.latchkey.application.account;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.domain.account.PersonName;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.Origin;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Lets people say what they are called and which language they read. */
public final class ChangeProfile {
  private final Users users;
  private final AuditTrail audit;
  private final UnitOfWork unitOfWork;

  public ChangeProfile(Users users, AuditTrail audit, UnitOfWork unitOfWork) {
    this.users = users;
    this.audit = audit;
    this.unitOfWork = unitOfWork;
  }

  /** @return the account as it is now */
  public User change(Command command) {
    return unitOfWork.run(() -> {
      User before = users.find(command.user()).orElseThrow();
      User after = before.presentedAs(command.name().orElse(before.name()), command.locale().orElse(before.locale()));
      if (!after.equals(before)) {
        users.save(after);
        audit.append(AuditTrail.Entry.success(AuditAction.PROFILE_CHANGED, command.origin()).by(command.user())
            .with(Map.of("name", after.name().value(), "locale", after.locale().toLanguageTag())));
      }
      return after;
    });
  }

  /** What is to change; what is absent stays. */
  public record Command(UserId user, Optional<PersonName> name, Optional<Locale> locale, Origin origin) {}
}
