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
import dev.latchkey.domain.session.SignedIn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells, before an organization demands more of its members, whom that would keep out and why. Changes nothing. */
public final class PreviewSecurity {
  private static final int BATCH = 200;
  private static final MemberFilter ACTIVE = new MemberFilter(Optional.of(MembershipStatus.ACTIVE), Optional.empty(),
      Optional.empty(), "", false);

  private final Members members;
  private final BreakGlass breakGlass;
  private final Entrance entrance;
  private final Paging paging;
  private final UnitOfWork unitOfWork;

  public PreviewSecurity(Members members, BreakGlass breakGlass, Entrance entrance, Paging paging,
      UnitOfWork unitOfWork) {
    this.members = members;
    this.breakGlass = breakGlass;
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
    Set<MembershipId> exempt = breakGlass.ready(id);
    String list = "security-preview " + id.value() + " " + change;
    Part<Affected> affected = paging.read(list, command.part(),
        (after, limit) -> affected(id, change, exempt, after, limit), it -> it.member().position());
    return new Outcome.Foreseen(place,
        change.obstacles(SsoReadiness.withoutConnection(!exempt.isEmpty()), command.acceptLockoutRisk()), affected);
  }

  private List<Affected> affected(OrganizationId id, RequirementChange change, Set<MembershipId> exempt,
      Optional<String> after, int limit) {
    List<Affected> affected = new ArrayList<>();
    Optional<String> position = after;
    List<Member> batch;
    do {
      batch = members.list(id, ACTIVE, position, BATCH);
      for (Member member : batch) {
        change.lossOf(member, exempt.contains(member.id())).ifPresent(loss -> affected.add(new Affected(member, loss)));
        position = Optional.of(member.position());
      }
    } while (batch.size() == BATCH && affected.size() < limit);
    return affected.subList(0, Math.min(limit, affected.size()));
  }

  /** What an organization might demand. */
  public record Command(Actor actor, OrganizationId organization, AuthenticationRequirement requirement,
      boolean acceptLockoutRisk, PartRequest part) {}

  /** A member who gets in now and would not any more. */
  public record Affected(Member member, Loss loss) {}

  /** What came of it. */
  public sealed interface Outcome {
    /** @param obstacles why the change would be refused; empty if it would not */
    record Foreseen(SignedIn.Place place, List<Obstacle> obstacles, Part<Affected> affected) implements Outcome {}

    record Denied(Denial denial) implements Outcome {}
  }
}
