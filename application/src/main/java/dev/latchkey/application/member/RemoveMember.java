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
import java.util.Optional;

/** Takes a person out of an organization. The account stays: it is theirs, and may belong elsewhere. */
public final class RemoveMember {
  private final MemberGate gate;
  private final BreakGlass breakGlass;
  private final Members members;
  private final Removals removals;
  private final MembershipEnding ending;
  private final AuditTrail audit;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  public RemoveMember(MemberGate gate, BreakGlass breakGlass, Members members, Removals removals,
      MembershipEnding ending, AuditTrail audit,
      UnitOfWork unitOfWork, InstantSource clock) {
    this.gate = gate;
    this.breakGlass = breakGlass;
    this.members = members;
    this.removals = removals;
    this.ending = ending;
    this.audit = audit;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  public Outcome remove(Command command) {
    return unitOfWork.run(() -> switch (gate.open(command.actor(), command.organization(), command.member(),
        member -> MemberRights.towards(member.membership()))) {
      case MemberGate.Way.Barred barred -> new Outcome.Denied(barred.denial());
      case MemberGate.Way.Open open when gate.losesLastOwner(open.member(), Optional.empty()) ->
        new Outcome.LastOwner();
      case MemberGate.Way.Open open when breakGlass.losesLast(open.member(), Optional.empty()) ->
        new Outcome.LastBreakGlass();
      case MemberGate.Way.Open open -> remove(open.member(), command);
    });
  }

  private Outcome remove(Member member, Command command) {
    members.remove(command.organization(), member.id());
    removals.remember(command.organization(), member.membership().userId(), clock.instant());
    int sessions = ending.end(member.membership());
    audit.append(AuditTrail.Entry.success(AuditAction.MEMBER_REMOVED, command.origin()).by(command.actor().userId())
        .in(command.organization()).with(Map.of("member", member.id().value(), "email", member.signInEmail().value(),
            "role", member.membership().role().name(), "sessionsEnded", String.valueOf(sessions))));
    return new Outcome.Removed(member);
  }

  /** Whom to take out, and who wants it. */
  public record Command(Actor actor, OrganizationId organization, MembershipId member, Origin origin) {}

  /** What came of it. */
  public sealed interface Outcome {
    record Removed(Member member) implements Outcome {}

    /** Nobody who could sign in would be left to own the organization. */
    record LastOwner() implements Outcome {}

    /** Single sign-on is demanded, and nobody would be left to get in if the identity provider failed. */
    record LastBreakGlass() implements Outcome {}

    record Denied(Denial denial) implements Outcome {}
  }
}
