package dev.latchkey.application.policy;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.member.Members;
import dev.latchkey.application.organization.Entrance;
import dev.latchkey.application.paging.Paging;
import dev.latchkey.application.paging.Part;
import dev.latchkey.application.paging.PartRequest;
import dev.latchkey.domain.organization.AuthenticationRequirement;
import dev.latchkey.domain.organization.Member;
import dev.latchkey.domain.organization.MemberFilter;
import dev.latchkey.domain.organization.MembershipId;
import dev.latchkey.domain.organization.MembershipStatus;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.policy.Actor;
import dev.latchkey.domain.policy.Admission;
import dev.latchkey.domain.policy.Denial;
import dev.latchkey.domain.policy.Permission;
import dev.latchkey.domain.policy.RequirementChange;
import dev.latchkey.domain.policy.RequirementChange.Loss;
import dev.latchkey.domain.policy.RequirementChange.Obstacle;
import dev.latchkey.domain.policy.SsoReadiness;
import dev.latchkey.domain.policy.SsoStanding;
import dev.latchkey.domain.session.SignedIn;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tells, before an organization demands more of its members, whom that would keep out and why. Changes nothing. */
public final class PreviewSecurity {
  private static final int BATCH = 200;
  private static final MemberFilter ACTIVE = new MemberFilter(Optional.of(MembershipStatus.ACTIVE), Optional.empty(),
      Optional.empty(), "", false);

  private final Members members;
  private final EmergencyAccess emergency;
  private final Readiness readiness;
  private final Standings standings;
  private final Entrance entrance;
  private final Paging paging;
  private final UnitOfWork unitOfWork;

  public PreviewSecurity(Members members, EmergencyAccess emergency, Readiness readiness, Standings standings,
      Entrance entrance, Paging paging, UnitOfWork unitOfWork) {
    this.members = members;
    this.emergency = emergency;
    this.readiness = readiness;
    this.standings = standings;
    this.entrance = entrance;
    this.paging = paging;
    this.unitOfWork = unitOfWork;
  }

  /** @throws dev.latchkey.domain.InvalidValue if the cursor is not one of this preview */
  public Outcome preview(Command command) {
    return unitOfWork.run(
        () -> switch (entrance.admit(command.actor(), command.organization(), Permission.READ_MEMBERS)) {
          case Admission.Admitted admitted -> preview(command, admitted.place());
          case Admission.Denied denied -> new Outcome.Denied(denied.denial());
        });
  }

  private Outcome preview(Command command, SignedIn.Place place) {
    OrganizationId id = command.organization();
    RequirementChange change = new RequirementChange(place.organization().requirement(), command.requirement());
    List<EmergencyAccess.Holder> breakGlass = emergency.of(id);
    Set<MembershipId> exempt = breakGlass.stream().filter(EmergencyAccess.Holder::getsIn)
        .map(it -> it.member().id()).collect(Collectors.toSet());
    Function<Member, SsoStanding> standing = standings.in(id);
    Function<Member, Optional<Loss>> loss =
        member -> change.lossOf(member, standing.apply(member), exempt.contains(member.id()));
    Part<Affected> affected = paging.read("security-preview " + id.value() + " " + change, command.part(),
        (after, limit) -> affected(id, loss, after, limit), it -> it.member().position());
    SsoReadiness facts = readiness.of(place.organization());
    return new Outcome.Foreseen(place, facts, change.obstacles(facts, command.acceptLockoutRisk()),
        command.part().cursor().isEmpty() ? count(id, loss) : Map.of(), affected, breakGlass);
  }

  private List<Affected> affected(OrganizationId id, Function<Member, Optional<Loss>> loss, Optional<String> after,
      int limit) {
    List<Affected> affected = new ArrayList<>();
    Optional<String> position = after;
    List<Member> batch;
    do {
      batch = members.list(id, ACTIVE, position, BATCH);
      for (Member member : batch) {
        loss.apply(member).ifPresent(it -> affected.add(new Affected(member, it)));
        position = Optional.of(member.position());
      }
    } while (batch.size() == BATCH && affected.size() < limit);
    return affected.subList(0, Math.min(limit, affected.size()));
  }

  private Map<Loss, Integer> count(OrganizationId id, Function<Member, Optional<Loss>> loss) {
    Map<Loss, Integer> counts = new EnumMap<>(Loss.class);
    affected(id, loss, Optional.empty(), Integer.MAX_VALUE).forEach(it -> counts.merge(it.loss(), 1, Integer::sum));
    return counts;
  }

  /** What an organization might demand. */
  public record Command(Actor actor, OrganizationId organization, AuthenticationRequirement requirement,
      boolean acceptLockoutRisk, PartRequest part) {}

  /** A member who gets in now and would not any more. */
  public record Affected(Member member, Loss loss) {}

  /** What came of it. */
  public sealed interface Outcome {
    /**
     * @param readiness what the organization has ready for single sign-on
     * @param obstacles why the change would be refused; empty if it would not
     * @param counts how many are affected in all, by what they lack; with the first part only
     * @param emergency its break-glass owners
     */
    record Foreseen(SignedIn.Place place, SsoReadiness readiness, List<Obstacle> obstacles, Map<Loss, Integer> counts,
        Part<Affected> affected, List<EmergencyAccess.Holder> emergency) implements Outcome {
      public Foreseen {
        emergency = List.copyOf(emergency);
        obstacles = List.copyOf(obstacles);
        counts = Map.copyOf(counts);
      }
    }

    record Denied(Denial denial) implements Outcome {}
  }
}
