package dev.latchkey.application.ssomove;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.member.Members;
import dev.latchkey.application.policy.Standings;
import dev.latchkey.application.sso.SsoConnections;
import dev.latchkey.application.ssomove.MovingStaff.Mover;
import dev.latchkey.application.ssomove.MovingStaff.Result;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.organization.Member;
import dev.latchkey.domain.organization.MembershipId;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.policy.Actor;
import dev.latchkey.domain.policy.Admission;
import dev.latchkey.domain.policy.Denial;
import dev.latchkey.domain.policy.MemberRights;
import dev.latchkey.domain.policy.Permission;
import dev.latchkey.domain.policy.SsoMove;
import dev.latchkey.domain.policy.SsoStanding;
import dev.latchkey.domain.session.SignedIn;
import java.util.Optional;

/** Moves one member to single sign-on. */
public final class MoveMember {
  private final MovingGate gate;
  private final Members members;
  private final SsoConnections connections;
  private final Standings standings;
  private final MovingStaff staff;
  private final UnitOfWork unitOfWork;

  public MoveMember(MovingGate gate, Members members, SsoConnections connections, Standings standings,
      MovingStaff staff, UnitOfWork unitOfWork) {
    this.gate = gate;
    this.members = members;
    this.connections = connections;
    this.standings = standings;
    this.staff = staff;
    this.unitOfWork = unitOfWork;
  }

  public Outcome move(Command command) {
    return unitOfWork.run(() -> switch (gate.admit(command.actor(), command.organization())) {
      case Admission.Admitted admitted -> members.find(command.organization(), command.member())
          .map(member -> move(command, admitted.place(), member))
          .orElseGet(() -> new Outcome.Denied(new Denial.NotFound()));
      case Admission.Denied denied -> new Outcome.Denied(denied.denial());
    });
  }

  private Outcome move(Command command, SignedIn.Place place, Member member) {
    Optional<Permission> lacking = MemberRights.lacking(place.membership().role(), member.membership());
    if (lacking.isPresent()) {
      return new Outcome.Denied(new Denial.Forbidden(lacking.get()));
    }
    if (!member.membership().isActive()) {
      return new Outcome.NotActive();
    }
    if (member.membership().breakGlass()) {
      return new Outcome.BreakGlass();
    }
    if (connections.find(command.organization()).isEmpty()) {
      return new Outcome.NotConnected();
    }
    SsoStanding standing = standings.in(command.organization()).apply(member);
    Result result = staff.move(member, standing, place.organization(), new Mover(command.actor(), command.origin()));
    return new Outcome.Done(member, staff.look(member, standing), result);
  }

  /** Whom to move, and who wants it. */
  public record Command(Actor actor, OrganizationId organization, MembershipId member, Origin origin) {}

  /** What came of it. */
  public sealed interface Outcome {
    /** @param standing where the member stands now */
    record Done(Member member, SsoMove standing, Result result) implements Outcome {}

    record NotActive() implements Outcome {}

    /** Whoever is to get in when the identity provider fails keeps the password. */
    record BreakGlass() implements Outcome {}

    /** The organization has no identity provider. */
    record NotConnected() implements Outcome {}

    record Denied(Denial denial) implements Outcome {}
  }
}
