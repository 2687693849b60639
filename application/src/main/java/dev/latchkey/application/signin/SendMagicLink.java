package dev.latchkey.application.signin;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.account.Users;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.mail.MailDispatch;
import dev.latchkey.application.onetime.LinkTokens;
import dev.latchkey.application.organization.Memberships;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.mail.MailContent;
import dev.latchkey.domain.onetime.Purpose;
import dev.latchkey.domain.organization.Slug;
import dev.latchkey.domain.session.BearerToken;
import dev.latchkey.domain.signin.SignInPolicy;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Mails a link that signs its reader in. Every address gets the same answer and a mail. */
public final class SendMagicLink {
  static final String USER = "user";
  static final String EMAIL = "email";
  static final String BROWSER = "browser";

  private final Users users;
  private final Memberships memberships;
  private final LinkTokens links;
  private final MailDispatch mail;
  private final AuditTrail audit;
  private final UnitOfWork unitOfWork;

  public SendMagicLink(Users users, Memberships memberships, LinkTokens links, MailDispatch mail, AuditTrail audit,
      UnitOfWork unitOfWork) {
    this.users = users;
    this.memberships = memberships;
    this.links = links;
    this.mail = mail;
    this.audit = audit;
    this.unitOfWork = unitOfWork;
  }

  public Outcome send(Command command) {
    return unitOfWork.run(() -> {
      if (mail.isExhausted(command.email())) {
        return new Outcome.TooManyMails();
      }
      Optional<User> user = users.findByEmail(command.email());
      Optional<Slug> provider = user.flatMap(it -> SignInPolicy.ssoInsteadOfLink(memberships.placesOf(it.id())));
      LinkTokens.Issued issued = links.issue(Purpose.MAGIC_LINK,
          user.filter(found -> provider.isEmpty())
              .map(found -> Map.of(USER, found.id().value(), EMAIL, found.email().value(), BROWSER,
                  command.browser().hash().hex()))
              .orElse(Map.of()));
      mail.send(user
          .<MailContent>map(found -> provider.isPresent()
              ? new MailContent.SignInBySso(found.email(), found.name(), provider.get(), found.locale(),
                  issued.secret().expiresAt())
              : new MailContent.MagicLink(found.email(), found.name(), issued.token(),
                  found.locale(), issued.secret().expiresAt()))
          .orElseGet(() -> new MailContent.NoAccount(command.email(), command.locale(),
              issued.secret().expiresAt())));
      audit.append(AuditTrail.Entry.success(AuditAction.MAGIC_LINK_SENT, command.origin()).by(user.map(User::id))
          .with(Map.of("email", command.email().value())));
      return new Outcome.Sent();
    });
  }

  /**
   * Who wants a link.
   *
   * @param browser the browser's lasting cookie; a new one if it had none
   */
  public record Command(EmailAddress email, Locale locale, BearerToken browser, Origin origin) {}

  /** What came of it. */
  public sealed interface Outcome {
    /** Also where there is no account. */
    record Sent() implements Outcome {}

    record TooManyMails() implements Outcome {}
  }
}
