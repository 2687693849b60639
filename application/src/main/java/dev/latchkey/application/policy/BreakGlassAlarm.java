package dev.latchkey.application.policy;

import dev.latchkey.application.account.Users;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.mail.MailDispatch;
import dev.latchkey.application.member.Members;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.mail.MailContent;
import dev.latchkey.domain.organization.Member;
import dev.latchkey.domain.organization.MemberFilter;
import dev.latchkey.domain.organization.MembershipStatus;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.policy.AccessDecision;
import dev.latchkey.domain.policy.AccessPolicy;
import dev.latchkey.domain.session.SignedIn;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes it known when somebody gets past single sign-on by breaking the glass, inside the running unit of work. */
public final class BreakGlassAlarm {
  private static final Duration WORTH_TELLING = Duration.ofDays(2);
  private static final int BATCH = 200;
  private static final MemberFilter OWNERS = new MemberFilter(Optional.of(MembershipStatus.ACTIVE),
      Optional.of(Role.OWNER), Optional.empty(), "", false);

  private final Members members;
  private final Users users;
  private final MailDispatch mail;
  private final AuditTrail audit;
  private final InstantSource clock;

  public BreakGlassAlarm(Members members, Users users, MailDispatch mail, AuditTrail audit, InstantSource clock) {
    this.members = members;
    this.users = users;
    this.mail = mail;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Tells the owners and the audit of every organization that has just opened by break-glass.
   *
   * @param before the session as it was
   * @param after the session with what it has shown in addition
   */
  public void sound(SignedIn before, SignedIn after, Origin origin) {
    for (SignedIn.Place place : after.places()) {
      AccessDecision now = AccessPolicy.decide(after, place);
      if (now.breaksGlass() && !AccessPolicy.decide(before, place).isAllowed()) {
        audit.append(AuditTrail.Entry.success(AuditAction.BREAK_GLASS_USED, origin).by(after.person().id())
            .in(place.organization().id()).because(now.chain())
            .with(Map.of("email", after.person().email().value())));
        tellOwners(place, after.person(), origin);
      }
    }
  }

  private void tellOwners(SignedIn.Place place, SignedIn.Person who, Origin origin) {
    Instant now = clock.instant();
    Optional<String> position = Optional.empty();
    List<Member> batch;
    do {
      batch = members.list(place.organization().id(), OWNERS, position, BATCH);
      for (Member owner : batch) {
        User account = users.find(owner.membership().userId()).orElseThrow();
        mail.send(new MailContent.BreakGlassUsed(owner.mailbox(), owner.name(), place.organization().name(),
            place.organization().slug(), who.name(), who.email(), now, origin.address(), account.locale(),
            now.plus(WORTH_TELLING)));
        position = Optional.of(owner.position());
      }
    } while (batch.size() == BATCH);
  }
}
