package dev.latchkey.application.password;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.account.Users;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.mail.MailDispatch;
import dev.latchkey.application.onetime.CodeChallenges;
import dev.latchkey.application.organization.Memberships;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.mail.MailContent;
import dev.latchkey.domain.onetime.Purpose;
import dev.latchkey.domain.onetime.SecretId;
import dev.latchkey.domain.organization.Slug;
import dev.latchkey.domain.signin.SignInPolicy;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Sends a code with which a forgotten password can be replaced. Every address gets the same answer and a mail; what is
 * in the mail only its reader learns.
 */
public final class ForgotPassword {
  private final Users users;
  private final Memberships memberships;
  private final CodeChallenges challenges;
  private final MailDispatch mail;
  private final AuditTrail audit;
  private final UnitOfWork unitOfWork;

  public ForgotPassword(Users users, Memberships memberships, CodeChallenges challenges, MailDispatch mail,
      AuditTrail audit,
      UnitOfWork unitOfWork) {
    this.users = users;
    this.memberships = memberships;
    this.challenges = challenges;
    this.mail = mail;
    this.audit = audit;
    this.unitOfWork = unitOfWork;
  }

  /** @param locale of the browser, for an address without an account */
  public Outcome start(EmailAddress email, Locale locale, Origin origin) {
    return unitOfWork.run(() -> {
      if (mail.isExhausted(email)) {
        return new Outcome.TooManyMails();
      }
      Optional<User> user = users.findByEmail(email);
      Optional<Slug> provider = user.flatMap(found -> SignInPolicy.ssoInsteadOfPassword(found,
          memberships.placesOf(found.id())));
      CodeChallenges.Issued issued = challenges.issue(Purpose.PASSWORD_RESET,
          user.filter(found -> found.password().isPresent() && provider.isEmpty()).map(ResetFacts::of)
              .orElse(Map.of()));
      mail.send(user.isPresent() && provider.isPresent()
          ? new MailContent.SignInBySso(email, user.get().name(), provider.get(), user.get().locale(),
              issued.secret().expiresAt())
          : content(email, user, locale, issued));
      audit.append(AuditTrail.Entry.success(AuditAction.PASSWORD_FORGOTTEN, origin).by(user.map(User::id))
          .with(Map.of("email", email.value())));
      return new Outcome.CodeSent(issued.secret().id());
    });
  }

  private static MailContent content(EmailAddress email, Optional<User> user, Locale locale,
      CodeChallenges.Issued issued) {
    return user
        .<MailContent>map(found -> found.password().isPresent()
            ? new MailContent.PasswordResetCode(email, found.name(), issued.code(), found.locale(),
                issued.secret().expiresAt())
            : new MailContent.NoPasswordToReset(email, found.name(), found.locale(), issued.secret().expiresAt()))
        .orElseGet(() -> new MailContent.NoAccount(email, locale, issued.secret().expiresAt()));
  }

  /** What came of it. */
  public sealed interface Outcome {
    /** Also where there is no account or no password. */
    record CodeSent(SecretId challenge) implements Outcome {}

    record TooManyMails() implements Outcome {}
  }
}
