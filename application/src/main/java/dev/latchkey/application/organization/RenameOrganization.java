package dev.latchkey.application.organization;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.organization.OrganizationName;
import dev.latchkey.domain.policy.Actor;
import dev.latchkey.domain.policy.Admission;
import dev.latchkey.domain.policy.Denial;
import dev.latchkey.domain.policy.Permission;
import dev.latchkey.domain.session.SignedIn;
import java.util.Map;

/** Gives an organization another name. The slug, which others rely on, stays. */
public final class RenameOrganization {
  private final Organizations organizations;
  private final Entrance entrance;
  private final AuditTrail audit;
  private final UnitOfWork unitOfWork;

  public RenameOrganization(Organizations organizations, Entrance entrance, AuditTrail audit, UnitOfWork unitOfWork) {
    this.organizations = organizations;
    this.entrance = entrance;
    this.audit = audit;
    this.unitOfWork = unitOfWork;
  }

  public Outcome rename(Command command) {
    return unitOfWork.run(
        () -> switch (entrance.admit(command.actor(), command.organization(), Permission.RENAME_ORGANIZATION)) {
          case Admission.Admitted admitted -> rename(command, admitted.place());
          case Admission.Denied denied -> new Outcome.Denied(denied.denial());
        });
  }

  private Outcome rename(Command command, SignedIn.Place place) {
    Organization renamed = place.organization().renamed(command.name());
    organizations.save(renamed);
    audit.append(AuditTrail.Entry.success(AuditAction.ORGANIZATION_RENAMED, command.origin())
        .by(command.actor().userId()).in(command.organization())
        .with(Map.of("from", place.organization().name().value(), "to", command.name().value())));
    return new Outcome.Renamed(new SignedIn.Place(renamed, place.membership(), place.entered()));
  }

  /** A new name for an organization, and who wants it. */
  public record Command(Actor actor, OrganizationId organization, OrganizationName name, Origin origin) {}

  /** What came of it. */
  public sealed interface Outcome {
    record Renamed(SignedIn.Place place) implements Outcome {}

    record Denied(Denial denial) implements Outcome {}
  }
}
