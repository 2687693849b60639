package dev.latchkey.application.domainclaim;

import dev.latchkey.application.account.Users;
import dev.latchkey.application.mail.MailDispatch;
import dev.latchkey.application.member.Members;
import dev.latchkey.application.organization.Organizations;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.domainclaim.VerifiedDomain;
import dev.latchkey.domain.mail.MailContent;
import dev.latchkey.domain.organization.Member;
import dev.latchkey.domain.organization.MemberFilter;
import dev.latchkey.domain.organization.MembershipStatus;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.organization.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Tells an organization's owners what happened to a domain, inside the running unit of work. */
public final class DomainMail {
  private static final Duration WORTH_SENDING = Duration.ofDays(3);
  /** Enough for somebody to read it. */
  private static final int MOST_OWNERS = 20;
  private static final MemberFilter OWNERS = new MemberFilter(Optional.of(MembershipStatus.ACTIVE),
      Optional.of(Role.OWNER), Optional.empty(), "", false);

  private final Organizations organizations;
  private final Members members;
  private final Users users;
  private final MailDispatch mail;
  private final InstantSource clock;

  public DomainMail(Organizations organizations, Members members, Users users, MailDispatch mail,
      InstantSource clock) {
    this.organizations = organizations;
    this.members = members;
    this.users = users;
    this.mail = mail;
    this.clock = clock;
  }

  /** The proof is gone, and what that means from when on. */
  void tellOfLapse(VerifiedDomain claim) {
    claim.suspendedAt()
        .ifPresent(suspendedAt -> tell(claim,
            (owner, user, organization, worthlessAfter) -> new MailContent.DomainLapsed(owner.mailbox(),
                organization.name(), organization.slug(), claim.domain(),
                suspendedAt, user.locale(), worthlessAfter)));
  }

  /** Somebody else has proven the domain to be theirs; who stays untold. */
  void tellOfLoss(VerifiedDomain claim) {
    tell(claim, (owner, user, organization, worthlessAfter) -> new MailContent.DomainLost(owner.mailbox(),
        organization.name(), organization.slug(), claim.domain(), user.locale(), worthlessAfter));
  }

  private void tell(VerifiedDomain claim, Wording wording) {
    Organization organization = organizations.find(claim.organizationId()).orElseThrow();
    Instant worthlessAfter = clock.instant().plus(WORTH_SENDING);
    for (Member owner : members.list(claim.organizationId(), OWNERS, Optional.empty(), MOST_OWNERS)) {
      User user = users.find(owner.membership().userId()).orElseThrow();
      mail.send(wording.of(owner, user, organization, worthlessAfter));
    }
  }

  private interface Wording {
    MailContent of(Member owner, User user, Organization organization, Instant worthlessAfter);
  }
}
