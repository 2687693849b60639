package dev.latchkey.application.signin;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.account.AccountOpening;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.mail.MailDispatch;
import dev.latchkey.application.onetime.CodeChallenges;
import dev.latchkey.application.organization.Organizations;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.PasswordHash;
import dev.latchkey.domain.account.PersonName;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.onetime.Purpose;
import dev.latchkey.domain.onetime.SecretId;
import dev.latchkey.domain.organization.OrganizationName;
import dev.latchkey.domain.organization.Slug;
import dev.latchkey.domain.signin.Password;
import dev.latchkey.domain.signin.PasswordPolicy;
import dev.latchkey.domain.signin.PendingSignUp;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Starts a sign-up: sends a code to the address and keeps everything else until it comes back. An address that has an
 * account already gets another mail and the same answer, so that nobody learns who has one.
 */
public final class SignUp {
  private final AccountOpening accounts;
  private final Organizations organizations;
  private final CodeChallenges challenges;
  private final PasswordHasher hasher;
  private final PasswordPolicy.Blocklist blocklist;
  private final MailDispatch mail;
  private final AuditTrail audit;
  private final UnitOfWork unitOfWork;
  private final boolean open;

  /** @param open whether strangers may sign up in this deployment */
  public SignUp(AccountOpening accounts, Organizations organizations, CodeChallenges challenges, PasswordHasher hasher,
      PasswordPolicy.Blocklist blocklist, MailDispatch mail, AuditTrail audit, UnitOfWork unitOfWork, boolean open) {
    this.accounts = accounts;
    this.organizations = organizations;
    this.challenges = challenges;
    this.hasher = hasher;
    this.blocklist = blocklist;
    this.mail = mail;
    this.audit = audit;
    this.unitOfWork = unitOfWork;
    this.open = open;
  }

  public Outcome start(Command command) {
    if (!open) {
      return new Outcome.Closed();
    }
    Optional<PasswordPolicy.Rejection> rejection = PasswordPolicy.check(command.password(), false, command.ownWords(),
        blocklist);
    if (rejection.isPresent()) {
      return new Outcome.PasswordRejected(rejection.get());
    }
    // Hashed even for an address that is known already, so that both cases take the same time.
    PasswordHash hash = hasher.hash(command.password());
    return unitOfWork.run(() -> issueCode(command, hash));
  }

  private Outcome issueCode(Command command, PasswordHash hash) {
    if (command.slug().flatMap(organizations::findBySlug).isPresent()) {
      return new Outcome.SlugTaken();
    }
    if (mail.isExhausted(command.email())) {
      return new Outcome.TooManyMails();
    }
    boolean known = accounts.inUse(command.email()).isPresent();
    Map<String, String> facts = known
        ? new KnownAddress(command.email(), command.locale()).toFacts()
        : new PendingSignUp(command.email(), command.name(), command.locale(), hash, command.organization(),
            command.slug()).toFacts();
    CodeChallenges.Issued issued = challenges.issue(Purpose.SIGN_UP, facts);
    mail.send(SignUpMail.of(issued));
    audit.append(AuditTrail.Entry.success(AuditAction.SIGN_UP_STARTED, command.origin())
        .with(Map.of("email", command.email().value(), "addressKnown", String.valueOf(known))));
    return new Outcome.CodeSent(issued.secret().id());
  }

  /** Who wants to sign up, with which organization, if any. */
  public record Command(EmailAddress email, PersonName name, Password password,
      Optional<OrganizationName> organization, Optional<Slug> slug, Locale locale, Origin origin) {

    List<String> ownWords() {
      return List.of(email.value(), name.value(), organization.map(OrganizationName::value).orElse(""));
    }
  }

  /** What came of it. */
  public sealed interface Outcome {
    /** Also for an address that has an account already. */
    record CodeSent(SecretId challenge) implements Outcome {}

    /** This deployment takes no sign-ups. */
    record Closed() implements Outcome {}

    record PasswordRejected(PasswordPolicy.Rejection rejection) implements Outcome {}

    record SlugTaken() implements Outcome {}

    record TooManyMails() implements Outcome {}
  }
}
