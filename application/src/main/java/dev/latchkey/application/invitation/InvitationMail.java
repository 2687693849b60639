package dev.latchkey.application.invitation;

import dev.latchkey.application.account.Users;
import dev.latchkey.application.mail.MailDispatch;
import dev.latchkey.application.onetime.LinkTokens;
import dev.latchkey.application.organization.Memberships;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.invitation.Invitation;
import dev.latchkey.domain.invitation.InvitationId;
import dev.latchkey.domain.mail.MailContent;
import dev.latchkey.domain.onetime.OneTimeSecret;
import dev.latchkey.domain.onetime.Purpose;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.organization.OrganizationId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Mails the link of an invitation, the first time and every other. All of it inside the running unit of work. */
public final class InvitationMail {
  static final String ORGANIZATION = "organization";
  static final String INVITATION = "invitation";

  private final Users users;
  private final Memberships memberships;
  private final LinkTokens links;
  private final MailDispatch mail;

  public InvitationMail(Users users, Memberships memberships, LinkTokens links, MailDispatch mail) {
    this.users = users;
    this.memberships = memberships;
    this.links = links;
    this.mail = mail;
  }

  /** Why an address can't be sent an invitation just now; empty if it can. */
  public Optional<Obstacle> obstacle(OrganizationId organization, EmailAddress email) {
    Optional<Membership> membership = users.findByEmail(email)
        .flatMap(user -> memberships.find(organization, user.id()));
    return membership.<Obstacle>map(Obstacle.AlreadyMember::new)
        .or(() -> mail.isExhausted(email) ? Optional.of(new Obstacle.TooManyMails()) : Optional.empty());
  }

  /**
   * Issues a new link and mails it, in the language of the account, if the address has one.
   *
   * @param locale the language otherwise
   * @param invitation makes the invitation for the link
   */
  public SentInvitations.Sent send(Organization organization, InvitationId id, UserId inviter, Locale locale,
      Function<OneTimeSecret, Invitation> invitation) {
    User sender = users.find(inviter).orElseThrow();
    LinkTokens.Issued issued = links.issue(Purpose.INVITATION,
        Map.of(ORGANIZATION, organization.id().value(), INVITATION, id.value()));
    Invitation made = invitation.apply(issued.secret());
    mail.send(new MailContent.Invitation(made.email(), organization.name(), sender.name(), made.role(),
        issued.token(), users.findByEmail(made.email()).map(User::locale).orElse(locale), made.expiresAt()));
    return new SentInvitations.Sent(made, sender.name());
  }

  /** What stands in the way of a mail. */
  public sealed interface Obstacle {
    /** There is nothing to accept; who is deactivated or waits for approval is let in where members are managed. */
    record AlreadyMember(Membership membership) implements Obstacle {}

    record TooManyMails() implements Obstacle {}
  }
}
