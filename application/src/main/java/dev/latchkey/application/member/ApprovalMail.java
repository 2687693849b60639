package dev.latchkey.application.member;

import dev.latchkey.application.account.Users;
import dev.latchkey.application.mail.MailDispatch;
import dev.latchkey.application.organization.Organizations;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.mail.MailContent;
import dev.latchkey.domain.organization.Member;
import dev.latchkey.domain.organization.Organization;
import java.time.Duration;
import java.time.InstantSource;

/** Writes to somebody who waited to be let in and is a member now, inside the unit of work that let them in. */
public final class ApprovalMail {
  private static final Duration WORTH_SENDING = Duration.ofDays(3);

  private final Organizations organizations;
  private final Users users;
  private final MailDispatch mail;
  private final InstantSource clock;

  public ApprovalMail(Organizations organizations, Users users, MailDispatch mail, InstantSource clock) {
    this.organizations = organizations;
    this.users = users;
    this.mail = mail;
    this.clock = clock;
  }

  void send(Member member) {
    User user = users.find(member.membership().userId()).orElseThrow();
    Organization organization = organizations.find(member.membership().organizationId()).orElseThrow();
    mail.send(new MailContent.MembershipApproved(member.mailbox(), member.name(), organization.name(), user.locale(),
        clock.instant().plus(WORTH_SENDING)));
  }
}
