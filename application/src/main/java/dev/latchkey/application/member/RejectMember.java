package dev.latchkey.application.member;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.organization.Member;
import dev.latchkey.domain.organization.MembershipId;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.policy.Actor;
import dev.latchkey.domain.policy.Denial;
import dev.latchkey.domain.policy.MemberRights;
import java.time.InstantSource;
import java.util.Map;

/** Turns somebody away who waits to be let in. No rule asks for them again; an invitation lets them in all the same. */
public final class RejectMember {
  private final MemberGate gate;
  private final Members members;
  private final Removals removals;
  private final AuditTrail audit;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  public RejectMember(MemberGate gate, Members members, Removals removals, AuditTrail audit, UnitOfWork unitOfWork,
      InstantSource clock) {
    this.gate = gate;
    this.members = members;
    this.removals = removals;
    this.audit = audit;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  public Outcome reject(Command command) {
    return unitOfWork.run(() -> switch (gate.open(command.actor(), command.organization(), command.member(),
        member -> MemberRights.towards(member.membership()))) {
      case MemberGate.Way.Barred barred -> new Outcome.Denied(barred.denial());
      case MemberGate.Way.Open open when !open.member().membership().isPending() -> new Outcome.NotPending();
      case MemberGate.Way.Open open -> reject(open.member(), command);
    });
  }

  private Outcome reject(Member member, Command command) {
    members.remove(command.organization(), member.id());
    removals.remember(command.organization(), member.membership().userId(), clock.instant());
    audit.append(AuditTrail.Entry.success(AuditAction.MEMBER_REJECTED, command.origin())
        .by(command.actor().userId()).in(command.organization())
        .with(Map.of("member", member.id().value(), "email", member.signInEmail().value())));
    return new Outcome.Rejected(member);
  }

  /** Whom to turn away, and who wants it. */
  public record Command(Actor actor, OrganizationId organization, MembershipId member, Origin origin) {}

  /** What came of it. */
  public sealed interface Outcome {
    record Rejected(Member member) implements Outcome {}

    /** The person doesn't wait for anything, perhaps because somebody else was faster. */
    record NotPending() implements Outcome {}

    record Denied(Denial denial) implements Outcome {}
  }
}
