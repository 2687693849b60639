package dev.latchkey.application.ssomove;

import dev.latchkey.application.account.Users;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.mail.MailDispatch;
import dev.latchkey.application.organization.Memberships;
import dev.latchkey.application.session.OwnSessions;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.mail.MailContent;
import dev.latchkey.domain.organization.Member;
import dev.latchkey.domain.organization.MemberFilter;
import dev.latchkey.domain.organization.MembershipStatus;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.policy.Actor;
import dev.latchkey.domain.policy.SsoMove;
import dev.latchkey.domain.policy.SsoStanding;
import dev.latchkey.domain.session.SessionId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Looks at members and moves them, inside the running unit of work. */
public final class MovingStaff {
  /** Who may be moved at all. */
  static final MemberFilter ACTIVE = new MemberFilter(Optional.of(MembershipStatus.ACTIVE), Optional.empty(),
      Optional.empty(), "", false);
  private static final Duration WORTH_TELLING = Duration.ofDays(7);

  private final Users users;
  private final Memberships memberships;
  private final OwnSessions sessions;
  private final MailDispatch mail;
  private final AuditTrail audit;
  private final InstantSource clock;

  public MovingStaff(Users users, Memberships memberships, OwnSessions sessions, MailDispatch mail, AuditTrail audit,
      InstantSource clock) {
    this.users = users;
    this.memberships = memberships;
    this.sessions = sessions;
    this.mail = mail;
    this.audit = audit;
    this.clock = clock;
  }

  SsoMove look(Member member, SsoStanding standing) {
    UserId person = member.membership().userId();
    return SsoMove.of(member, users.find(person).orElseThrow(), standing,
        memberships.placesOf(person).size() > 1);
  }

  /** @return what has become of it */
  Result move(Member member, SsoStanding standing, Organization organization, Mover mover) {
    // Nobody signs in, joins another organization by it, or changes the account meanwhile.
    users.hold(member.membership().userId());
    return switch (look(member, standing)) {
      case READY -> takePassword(member, organization, mover);
      case AT_FIRST_SIGN_IN -> lead(member, organization, mover);
      case LINKED, DONE, NOT_LINKED, BREAK_GLASS -> Result.UNCHANGED;
    };
  }

  private Result takePassword(Member member, Organization organization, Mover mover) {
    User account = users.find(member.membership().userId()).orElseThrow();
    users.save(account.withoutPassword());
    int ended = sessions.endAll(account.id(), mover.sessionOf(account.id()));
    tell(member, account, organization);
    record(member, organization, mover, Map.of("passwordRemoved", "true", "sessionsEnded", String.valueOf(ended)));
    return Result.MOVED;
  }

  private Result lead(Member member, Organization organization, Mover mover) {
    if (mail.isExhausted(member.mailbox())) {
      return Result.TOO_MANY_MAILS;
    }
    tell(member, users.find(member.membership().userId()).orElseThrow(), organization);
    record(member, organization, mover, Map.of("mailedTo", member.mailbox().value()));
    return Result.MAILED;
  }

  private void tell(Member member, User account, Organization organization) {
    mail.send(new MailContent.MovedToSso(member.mailbox(), member.name(), organization.name(), organization.slug(),
        account.locale(), clock.instant().plus(WORTH_TELLING)));
  }

  private void record(Member member, Organization organization, Mover mover, Map<String, String> facts) {
    Map<String, String> all = new TreeMap<>(facts);
    all.put("member", member.id().value());
    all.put("email", member.signInEmail().value());
    audit.append(AuditTrail.Entry.success(AuditAction.MEMBER_MOVED_TO_SSO, mover.origin())
        .by(mover.actor().userId()).in(organization.id()).with(all));
  }

  /** What has become of a member. */
  public enum Result {
    /** The password is gone. */
    MOVED,
    /** A mail leads to the identity provider. */
    MAILED, TOO_MANY_MAILS, UNCHANGED
  }

  /** Who moves people. */
  record Mover(Actor actor, Origin origin) {
    /** The session that goes on although its person is moved: the mover's own. */
    Optional<SessionId> sessionOf(UserId person) {
      return actor instanceof Actor.InSession session && session.userId().equals(person)
          ? Optional.of(session.signedIn().session().id())
          : Optional.empty();
    }
  }
}
