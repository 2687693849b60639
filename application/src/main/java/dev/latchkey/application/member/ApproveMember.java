package dev.latchkey.application.member;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.organization.Memberships;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.organization.Member;
import dev.latchkey.domain.organization.MembershipId;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.policy.Actor;
import dev.latchkey.domain.policy.Denial;
import dev.latchkey.domain.policy.MemberRights;
import java.util.Map;

/** Lets somebody in who waits for it, and writes to them. */
public final class ApproveMember {
  private final MemberGate gate;
  private final Memberships memberships;
  private final Members members;
  private final ApprovalMail mail;
  private final AuditTrail audit;
  private final UnitOfWork unitOfWork;

  public ApproveMember(MemberGate gate, Memberships memberships, Members members, ApprovalMail mail, AuditTrail audit,
      UnitOfWork unitOfWork) {
    this.gate = gate;
    this.memberships = memberships;
    this.members = members;
    this.mail = mail;
    this.audit = audit;
    this.unitOfWork = unitOfWork;
  }

  public Outcome approve(Command command) {
    return unitOfWork.run(() -> switch (gate.open(command.actor(), command.organization(), command.member(),
        member -> MemberRights.towards(member.membership()))) {
      case MemberGate.Way.Barred barred -> new Outcome.Denied(barred.denial());
      case MemberGate.Way.Open open when !open.member().membership().isPending() -> new Outcome.NotPending();
      case MemberGate.Way.Open open -> approve(open.member(), command);
    });
  }

  private Outcome approve(Member member, Command command) {
    memberships.save(member.membership().reactivated());
    audit.append(AuditTrail.Entry.success(AuditAction.MEMBER_APPROVED, command.origin())
        .by(command.actor().userId()).in(command.organization())
        .with(Map.of("member", member.id().value(), "email", member.signInEmail().value())));
    mail.send(member);
    return new Outcome.Approved(members.find(command.organization(), command.member()).orElseThrow());
  }

  /** Whom to let in, and who wants it. */
  public record Command(Actor actor, OrganizationId organization, MembershipId member, Origin origin) {}

  /** What came of it. */
  public sealed interface Outcome {
    record Approved(Member member) implements Outcome {}

    /** The person doesn't wait for anything, perhaps because somebody else was faster. */
    record NotPending() implements Outcome {}

    record Denied(Denial denial) implements Outcome {}
  }
}
