package dev.latchkey.application.ssomove;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.member.Members;
import dev.latchkey.application.paging.Paging;
import dev.latchkey.application.paging.Part;
import dev.latchkey.application.paging.PartRequest;
import dev.latchkey.application.policy.Standings;
import dev.latchkey.application.sso.SsoConnections;
import dev.latchkey.application.ssomove.MovingStaff.Mover;
import dev.latchkey.application.ssomove.MovingStaff.Result;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.organization.Member;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.policy.Actor;
import dev.latchkey.domain.policy.Admission;
import dev.latchkey.domain.policy.Denial;
import dev.latchkey.domain.policy.MemberRights;
import dev.latchkey.domain.policy.SsoMove;
import dev.latchkey.domain.policy.SsoStanding;
import dev.latchkey.domain.session.SignedIn;
import java.util.function.Function;

/**
 * Moves the active members of an organization to single sign-on, one part of them after the other: each part is done as a
 * whole, and what is done stays done. Nobody is moved whom the mover may not change.
 */
public final class MoveMembers {
  private final MovingGate gate;
  private final Members members;
  private final SsoConnections connections;
  private final Standings standings;
  private final MovingStaff staff;
  private final Paging paging;
  private final UnitOfWork unitOfWork;

  public MoveMembers(MovingGate gate, Members members, SsoConnections connections, Standings standings,
      MovingStaff staff, Paging paging, UnitOfWork unitOfWork) {
    this.gate = gate;
    this.members = members;
    this.connections = connections;
    this.standings = standings;
    this.staff = staff;
    this.paging = paging;
    this.unitOfWork = unitOfWork;
  }

  /** @throws dev.latchkey.domain.InvalidValue if the cursor is not one of this move */
  public Outcome move(Command command) {
    return unitOfWork.run(() -> switch (gate.admit(command.actor(), command.organization())) {
      case Admission.Admitted admitted -> connections.find(command.organization()).isPresent()
          ? move(command, admitted.place())
          : new Outcome.NotConnected();
      case Admission.Denied denied -> new Outcome.Denied(denied.denial());
    });
  }

  private Outcome move(Command command, SignedIn.Place place) {
    OrganizationId id = command.organization();
    Function<Member, SsoStanding> standing = standings.in(id);
    Mover mover = new Mover(command.actor(), command.origin());
    Part<Member> part = paging.read("moving-to-sso " + id.value(), command.part(),
        (after, limit) -> members.list(id, MovingStaff.ACTIVE, after, limit), Member::position);
    return new Outcome.Moved(place, part.map(member -> {
      boolean allowed = MemberRights.lacking(place.membership().role(), member.membership()).isEmpty();
      Result result = allowed
          ? staff.move(member, standing.apply(member), place.organization(), mover)
          : Result.UNCHANGED;
      return new Moved(member, staff.look(member, standing.apply(member)), result);
    }));
  }

  /** Which part, and who wants it. */
  public record Command(Actor actor, OrganizationId organization, PartRequest part, Origin origin) {}

  /** A member, where they stand now, and what was done. */
  public record Moved(Member member, SsoMove standing, Result result) {}

  /** What came of it. */
  public sealed interface Outcome {
    record Moved(SignedIn.Place place, Part<MoveMembers.Moved> members) implements Outcome {}

    /** The organization has no identity provider. */
    record NotConnected() implements Outcome {}

    record Denied(Denial denial) implements Outcome {}
  }
}
