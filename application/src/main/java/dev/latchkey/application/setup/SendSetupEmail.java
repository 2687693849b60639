package dev.latchkey.application.setup;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.account.Users;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.mail.MailDispatch;
import dev.latchkey.application.member.Members;
import dev.latchkey.application.onetime.LinkTokens;
import dev.latchkey.application.organization.Entrance;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.mail.MailContent;
import dev.latchkey.domain.onetime.Purpose;
import dev.latchkey.domain.organization.Member;
import dev.latchkey.domain.organization.MembershipId;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.policy.Actor;
import dev.latchkey.domain.policy.Admission;
import dev.latchkey.domain.policy.Denial;
import dev.latchkey.domain.policy.MemberRights;
import dev.latchkey.domain.policy.Permission;
import dev.latchkey.domain.session.SignedIn;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Mails a member the link with which they set up their sign-in; of several mails only the newest works. */
public final class SendSetupEmail {
  private final Entrance entrance;
  private final Members members;
  private final Users users;
  private final SetupStanding standing;
  private final SetupLinks newest;
  private final LinkTokens links;
  private final MailDispatch mail;
  private final AuditTrail audit;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  public SendSetupEmail(Entrance entrance, Members members, Users users, SetupStanding standing, SetupLinks newest,
      LinkTokens links, MailDispatch mail, AuditTrail audit, UnitOfWork unitOfWork, InstantSource clock) {
    this.entrance = entrance;
    this.members = members;
    this.users = users;
    this.standing = standing;
    this.newest = newest;
    this.links = links;
    this.mail = mail;
    this.audit = audit;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  public Outcome send(Command command) {
    return unitOfWork.run(() -> switch (entrance.admit(command.actor(), command.organization(),
        Permission.MANAGE_MEMBERS)) {
      case Admission.Admitted admitted -> members.find(command.organization(), command.member())
          .map(member -> send(command, member, admitted.place()))
          .orElseGet(() -> new Outcome.Denied(new Denial.NotFound()));
      case Admission.Denied denied -> new Outcome.Denied(denied.denial());
    });
  }

  private Outcome send(Command command, Member member, SignedIn.Place place) {
    Optional<Permission> lacking = MemberRights.lacking(place.membership().role(), member.membership());
    if (lacking.isPresent()) {
      return new Outcome.Denied(new Denial.Forbidden(lacking.get()));
    }
    return switch (standing.of(member)) {
      case NOT_ACTIVE -> new Outcome.NotActive();
      case HAS_CREDENTIAL, BELONGS_ELSEWHERE -> new Outcome.NotForThem();
      case SSO_ENFORCED -> new Outcome.SsoEnforced();
      case READY -> mail.isExhausted(member.mailbox())
          ? new Outcome.TooManyMails()
          : mail(command, member, place);
    };
  }

  private Outcome mail(Command command, Member member, SignedIn.Place place) {
    User user = users.find(member.membership().userId()).orElseThrow();
    EmailAddress to = member.mailbox();
    LinkTokens.Issued issued = links.issue(Purpose.SETUP_LINK,
        new SetupFacts(command.organization(), command.member(), to, command.actor().userId(), clock.instant())
            .ofLink());
    newest.remember(command.organization(), command.member(), issued.secret().id());
    mail.send(new MailContent.SetupLink(to, member.name(), place.organization().name(), issued.token(), user.locale(),
        issued.secret().expiresAt()));
    audit.append(AuditTrail.Entry.success(AuditAction.SETUP_MAIL_SENT, command.origin())
        .by(command.actor().userId()).in(command.organization())
        .with(Map.of("member", member.id().value(), "mailedTo", to.value())));
    return new Outcome.Sent(to);
  }

  /** Who is to get the mail, and who wants it. */
  public record Command(Actor actor, OrganizationId organization, MembershipId member, Origin origin) {}

  /** What came of it. */
  public sealed interface Outcome {
    record Sent(EmailAddress to) implements Outcome {}

    record NotActive() implements Outcome {}

    /** They have something to sign in with, or another organization counts on the account. */
    record NotForThem() implements Outcome {}

    /** The organization demands single sign-on, so the password would open nothing. */
    record SsoEnforced() implements Outcome {}

    record TooManyMails() implements Outcome {}

    record Denied(Denial denial) implements Outcome {}
  }
}
