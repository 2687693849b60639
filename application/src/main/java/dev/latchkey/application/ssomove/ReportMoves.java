package dev.latchkey.application.ssomove;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.member.Members;
import dev.latchkey.application.organization.Entrance;
import dev.latchkey.application.paging.Paging;
import dev.latchkey.application.paging.Part;
import dev.latchkey.application.paging.PartRequest;
import dev.latchkey.application.policy.Standings;
import dev.latchkey.application.sso.SsoConnections;
import dev.latchkey.domain.organization.Member;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.policy.Actor;
import dev.latchkey.domain.policy.Admission;
import dev.latchkey.domain.policy.Denial;
import dev.latchkey.domain.policy.Permission;
import dev.latchkey.domain.policy.SsoMove;
import dev.latchkey.domain.policy.SsoStanding;
import dev.latchkey.domain.session.SignedIn;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Tells how far the active members of an organization have come with single sign-on. Changes nothing. */
public final class ReportMoves {
  private static final int BATCH = 200;

  private final Entrance entrance;
  private final Members members;
  private final SsoConnections connections;
  private final Standings standings;
  private final MovingStaff staff;
  private final Paging paging;
  private final UnitOfWork unitOfWork;

  public ReportMoves(Entrance entrance, Members members, SsoConnections connections, Standings standings,
      MovingStaff staff, Paging paging, UnitOfWork unitOfWork) {
    this.entrance = entrance;
    this.members = members;
    this.connections = connections;
    this.standings = standings;
    this.staff = staff;
    this.paging = paging;
    this.unitOfWork = unitOfWork;
  }

  /** @throws dev.latchkey.domain.InvalidValue if the cursor is not one of this report */
  public Outcome report(Query query) {
    return unitOfWork.run(() -> switch (entrance.admit(query.actor(), query.organization(),
        Permission.MANAGE_MEMBERS)) {
      case Admission.Admitted admitted -> report(query, admitted.place());
      case Admission.Denied denied -> new Outcome.Denied(denied.denial());
    });
  }

  private Outcome report(Query query, SignedIn.Place place) {
    OrganizationId id = query.organization();
    Function<Member, SsoStanding> standing = standings.in(id);
    Part<Line> lines = paging.read("move-to-sso " + id.value(), query.part(),
        (after, limit) -> members.list(id, MovingStaff.ACTIVE, after, limit).stream()
            .map(member -> new Line(member, staff.look(member, standing.apply(member)))).toList(),
        line -> line.member().position());
    return new Outcome.Report(place, connections.find(id).isPresent(),
        query.part().cursor().isEmpty() ? count(id, standing) : Map.of(), lines);
  }

  /** By what is known without looking at each account. */
  private Map<Stage, Integer> count(OrganizationId id, Function<Member, SsoStanding> standing) {
    Map<Stage, Integer> counts = new EnumMap<>(Stage.class);
    Optional<String> position = Optional.empty();
    List<Member> batch;
    do {
      batch = members.list(id, MovingStaff.ACTIVE, position, BATCH);
      for (Member member : batch) {
        counts.merge(Stage.of(member, standing.apply(member)), 1, Integer::sum);
        position = Optional.of(member.position());
      }
    } while (batch.size() == BATCH);
    return counts;
  }

  /** How far somebody has come, roughly. */
  public enum Stage {
    LINKED, AT_FIRST_SIGN_IN, NOT_LINKED, BREAK_GLASS;

    static Stage of(Member member, SsoStanding standing) {
      if (member.membership().breakGlass()) {
        return BREAK_GLASS;
      }
      return switch (standing) {
        case LINKED -> LINKED;
        case AT_FIRST_SIGN_IN -> AT_FIRST_SIGN_IN;
        case NONE -> NOT_LINKED;
      };
    }
  }

  /** Which part, and who wants to know. */
  public record Query(Actor actor, OrganizationId organization, PartRequest part) {}

  /** A member and what moving comes to. */
  public record Line(Member member, SsoMove move) {}

  /** What came of it. */
  public sealed interface Outcome {
    /**
     * @param connected whether there is an identity provider to move to
     * @param counts of all members, with the first part only
     */
    record Report(SignedIn.Place place, boolean connected, Map<Stage, Integer> counts, Part<Line> lines)
        implements
          Outcome {
      public Report {
        counts = Map.copyOf(counts);
      }
    }

    record Denied(Denial denial) implements Outcome {}
  }
}
