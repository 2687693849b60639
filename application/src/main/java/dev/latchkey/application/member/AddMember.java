package dev.latchkey.application.member;

import dev.latchkey.application.Ids;
import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.account.Users;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.guessing.GuessLimit;
import dev.latchkey.application.guessing.KnownAddresses;
import dev.latchkey.application.organization.Memberships;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.PersonName;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.organization.Member;
import dev.latchkey.domain.organization.MemberProfile;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.organization.MembershipId;
import dev.latchkey.domain.organization.MembershipSource;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.policy.Actor;
import dev.latchkey.domain.policy.Denial;
import dev.latchkey.domain.policy.MemberRights;
import dev.latchkey.domain.policy.Reason;
import dev.latchkey.domain.signin.GuessKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Enters a person by hand: an account that has nothing to sign in with until it is set up. Somebody who has an account
 * already is asked instead of entered, which is what invitations are for: whoever enters an organization lets its admins
 * see sign-ins and obeys its rules, and that is theirs to decide. So admins learn that an address has an account, but
 * only of a few addresses in a while.
 */
public final class AddMember {
  /** How many known addresses an organization may come upon, by this way and others. */
  public static final int MOST_KNOWN = KnownAddresses.MOST;

  private final Users users;
  private final Memberships memberships;
  private final Members members;
  private final MemberGate gate;
  private final GuessLimit limit;
  private final AuditTrail audit;
  private final UnitOfWork unitOfWork;
  private final Ids ids;
  private final InstantSource clock;

  public AddMember(Users users, Memberships memberships, Members members, MemberGate gate, GuessLimit limit,
      AuditTrail audit, UnitOfWork unitOfWork, Ids ids, InstantSource clock) {
    this.users = users;
    this.memberships = memberships;
    this.members = members;
    this.gate = gate;
    this.limit = limit;
    this.audit = audit;
    this.unitOfWork = unitOfWork;
    this.ids = ids;
    this.clock = clock;
  }

  public Outcome add(Command command) {
    return unitOfWork.run(() -> gate
        .denial(command.actor(), command.organization(), MemberRights.toGrant(command.role()))
        .<Outcome>map(Outcome.Denied::new)
        // Before the address is looked at: afterwards the answer itself would tell.
        .or(() -> limit.waitUntilBelow(MOST_KNOWN, GuessKey.ofAddressesKnownTo(command.organization()))
            .map(Outcome.TooManyKnown::new))
        .or(() -> users.findByEmail(command.email()).map(known -> refuse(known, command)))
        .orElseGet(() -> enter(command)));
  }

  private Outcome refuse(User known, Command command) {
    OrganizationId organization = command.organization();
    Optional<Membership> here = memberships.find(organization, known.id());
    if (here.isPresent()) {
      return new Outcome.AlreadyMember(here.get().id());
    }
    limit.tally(GuessKey.ofAddressesKnownTo(organization));
    audit.append(AuditTrail.Entry.refused(AuditAction.MEMBER_ADDED, command.origin()).by(command.actor().userId())
        .in(organization).because(List.of(Reason.failed("address-free", "Somebody who has an account is invited.")))
        .with(Map.of("email", command.email().value())));
    return new Outcome.AccountElsewhere();
  }

  private Outcome enter(Command command) {
    Instant now = clock.instant();
    OrganizationId organization = command.organization();
    User user = User.withoutCredential(new UserId(ids.next()), command.email(), command.name(), command.locale(), now);
    users.add(user);
    Membership membership = Membership.joined(new MembershipId(ids.next()), organization, user.id(), command.role(),
        MembershipSource.MANUAL, now);
    memberships.add(membership);
    members.describe(organization, membership.id(), MemberProfile.EMPTY.withContact(command.contact()));
    audit.append(AuditTrail.Entry.success(AuditAction.MEMBER_ADDED, command.origin()).by(command.actor().userId())
        .in(organization).with(Map.of("member", membership.id().value(), "email", command.email().value(),
            "role", command.role().name(), "contactEmail", command.contact().map(EmailAddress::value).orElse(""))));
    return new Outcome.Added(members.find(organization, membership.id()).orElseThrow());
  }

  /**
   * Whom to enter, and who wants it.
   *
   * @param locale of the mails that the person will get
   */
  public record Command(Actor actor, OrganizationId organization, EmailAddress email, PersonName name, Role role,
      Optional<EmailAddress> contact, Locale locale, Origin origin) {}

  /** What came of it. */
  public sealed interface Outcome {
    record Added(Member member) implements Outcome {}

    record AlreadyMember(MembershipId id) implements Outcome {}

    /** The person signs in to some other organization, or to none at present. */
    record AccountElsewhere() implements Outcome {}

    /** The organization has come upon many addresses lately that have an account. */
    record TooManyKnown(Duration retryAfter) implements Outcome {}

    record Denied(Denial denial) implements Outcome {}
  }
}
