package dev.latchkey.application.member;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.organization.Memberships;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.organization.Member;
import dev.latchkey.domain.organization.MemberChange;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.organization.MembershipId;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.policy.Actor;
import dev.latchkey.domain.policy.Denial;
import dev.latchkey.domain.policy.MemberRights;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** Changes a member's role, status, contact address or break-glass, also one's own, but never the last owner's away. */
public final class ChangeMember {
  private final MemberGate gate;
  private final BreakGlass breakGlass;
  private final Memberships memberships;
  private final Members members;
  private final MembershipEnding ending;
  private final ApprovalMail approvalMail;
  private final AuditTrail audit;
  private final UnitOfWork unitOfWork;

  public ChangeMember(MemberGate gate, BreakGlass breakGlass, Memberships memberships, Members members,
      MembershipEnding ending, ApprovalMail approvalMail, AuditTrail audit, UnitOfWork unitOfWork) {
    this.gate = gate;
    this.breakGlass = breakGlass;
    this.memberships = memberships;
    this.members = members;
    this.ending = ending;
    this.approvalMail = approvalMail;
    this.audit = audit;
    this.unitOfWork = unitOfWork;
  }

  /** @throws dev.latchkey.domain.InvalidValue if the changes don't go together */
  public Outcome change(Command command) {
    return unitOfWork.run(() -> switch (gate.open(command.actor(), command.organization(), command.member(),
        member -> MemberRights.toChange(member.membership(), command.change()))) {
      case MemberGate.Way.Barred barred -> new Outcome.Denied(barred.denial());
      case MemberGate.Way.Open open -> change(open.member(), command.change().appliedTo(open.member()), command);
    });
  }

  private Outcome change(Member before, Member after, Command command) {
    if (gate.losesLastOwner(before, Optional.of(after))) {
      return new Outcome.LastOwner();
    }
    if (breakGlass.losesLast(before, Optional.of(after))) {
      return new Outcome.LastBreakGlass();
    }
    if (breakGlass.exceedsLimit(before, after)) {
      return new Outcome.TooManyBreakGlass();
    }
    if (after.equals(before)) {
      return new Outcome.Changed(before);
    }
    if (!after.membership().equals(before.membership())) {
      memberships.save(after.membership());
    }
    members.describe(command.organization(), command.member(), after.profile());
    boolean ends = before.membership().isActive() && !after.membership().isActive();
    int sessions = ends ? ending.end(after.membership()) : 0;
    // Whoever waited is approved thereby, and told so.
    boolean approved = before.membership().isPending() && after.membership().isActive();
    if (approved) {
      approvalMail.send(after);
    }
    audit.append(AuditTrail.Entry
        .success(approved ? AuditAction.MEMBER_APPROVED : AuditAction.MEMBER_CHANGED, command.origin())
        .by(command.actor().userId()).in(command.organization()).with(difference(before, after, sessions)));
    return new Outcome.Changed(members.find(command.organization(), command.member()).orElseThrow());
  }

  private static Map<String, String> difference(Member before, Member after, int sessionsEnded) {
    Map<String, String> facts = new TreeMap<>(Map.of("member", before.id().value(), "email",
        before.signInEmail().value()));
    Membership old = before.membership();
    Membership now = after.membership();
    note(facts, "role", old.role().name(), now.role().name());
    note(facts, "status", old.status().name(), now.status().name());
    note(facts, "breakGlass", String.valueOf(old.breakGlass()), String.valueOf(now.breakGlass()));
    note(facts, "contactEmail", contact(before), contact(after));
    if (sessionsEnded > 0) {
      facts.put("sessionsEnded", String.valueOf(sessionsEnded));
    }
    return facts;
  }

  private static void note(Map<String, String> facts, String what, String before, String after) {
    if (!Objects.equals(before, after)) {
      facts.put(what + "Before", before);
      facts.put(what + "After", after);
    }
  }

  private static String contact(Member member) {
    return member.profile().contactEmail().map(EmailAddress::value).orElse("");
  }

  /** What is to change about whom, and who wants it. */
  public record Command(Actor actor, OrganizationId organization, MembershipId member, MemberChange change,
      Origin origin) {}

  /** What came of it. */
  public sealed interface Outcome {
    record Changed(Member member) implements Outcome {}

    /** Nobody who could sign in would be left to own the organization. */
    record LastOwner() implements Outcome {}

    /** Single sign-on is demanded, and nobody would be left to get in if the identity provider failed. */
    record LastBreakGlass() implements Outcome {}

    /** There are {@link dev.latchkey.domain.policy.BreakGlassOwner#MOST} already. */
    record TooManyBreakGlass() implements Outcome {}

    record Denied(Denial denial) implements Outcome {}
  }
}
