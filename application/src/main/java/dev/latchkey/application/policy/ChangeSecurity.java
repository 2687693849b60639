package dev.latchkey.application.policy;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.organization.Entrance;
import dev.latchkey.application.organization.Organizations;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.organization.AuthenticationRequirement;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.policy.Actor;
import dev.latchkey.domain.policy.Admission;
import dev.latchkey.domain.policy.Denial;
import dev.latchkey.domain.policy.Permission;
import dev.latchkey.domain.policy.Reason;
import dev.latchkey.domain.policy.RequirementChange;
import dev.latchkey.domain.policy.RequirementChange.Obstacle;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Lets owners say what their organization demands of its members. Sessions that are open already are held to it from
 * the next request on; whoever lacks a second factor then, the owner included, is led to set one up, and whoever has not
 * signed in through the identity provider is led there.
 */
public final class ChangeSecurity {
  private final Organizations organizations;
  private final Readiness readiness;
  private final Entrance entrance;
  private final AuditTrail audit;
  private final UnitOfWork unitOfWork;

  public ChangeSecurity(Organizations organizations, Readiness readiness, Entrance entrance, AuditTrail audit,
      UnitOfWork unitOfWork) {
    this.organizations = organizations;
    this.readiness = readiness;
    this.entrance = entrance;
    this.audit = audit;
    this.unitOfWork = unitOfWork;
  }

  public Outcome change(Command command) {
    return unitOfWork.run(() -> {
      readiness.hold(command.organization());
      return switch (entrance.admit(command.actor(), command.organization(), Permission.CHANGE_SETTINGS)) {
        case Admission.Admitted admitted -> change(command, admitted.place().organization());
        case Admission.Denied denied -> new Outcome.Denied(denied.denial());
      };
    });
  }

  private Outcome change(Command command, Organization organization) {
    RequirementChange change = new RequirementChange(organization.requirement(), command.requirement());
    List<Obstacle> obstacles = change.raisesToSso()
        ? change.obstacles(readiness.of(organization), command.acceptLockoutRisk())
        : List.of();
    if (!obstacles.isEmpty()) {
      audit.append(entry(AuditTrail.Entry.refused(AuditAction.SECURITY_CHANGED, command.origin()), command, change)
          .because(obstacles.stream().map(ChangeSecurity::reason).toList()));
      return new Outcome.Refused(obstacles);
    }
    if (!change.isNone()) {
      organizations.save(organization.demanding(command.requirement()));
      audit.append(entry(AuditTrail.Entry.success(AuditAction.SECURITY_CHANGED, command.origin()), command, change));
    }
    return new Outcome.Changed(command.requirement());
  }

  private static AuditTrail.Entry entry(AuditTrail.Entry entry, Command command, RequirementChange change) {
    return entry.by(command.actor().userId()).in(command.organization())
        .with(command.acceptLockoutRisk()
            ? Map.of("from", text(change.before()), "to", text(change.after()), "lockoutRisk", "accepted")
            : Map.of("from", text(change.before()), "to", text(change.after())));
  }

  private static String text(AuthenticationRequirement requirement) {
    return requirement.authRequired() + (requirement.requireMfa() ? ", second factor required" : "");
  }

  private static Reason reason(Obstacle obstacle) {
    return Reason.failed(obstacle.name().toLowerCase(Locale.ROOT).replace('_', '-'), "");
  }

  /** What an organization shall demand, and who says so. */
  public record Command(Actor actor, OrganizationId organization, AuthenticationRequirement requirement,
      boolean acceptLockoutRisk, Origin origin) {}

  /** What came of it. */
  public sealed interface Outcome {
    record Changed(AuthenticationRequirement requirement) implements Outcome {}

    /** @param obstacles everything that stands in the way */
    record Refused(List<Obstacle> obstacles) implements Outcome {}

    record Denied(Denial denial) implements Outcome {}
  }
}
