package dev.latchkey.application.organization;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.organization.OrganizationName;
import dev.latchkey.domain.policy.AccessDecision;
import dev.latchkey.domain.policy.AccessDecision.Verdict;
import dev.latchkey.domain.policy.AccessPolicy;
import dev.latchkey.domain.policy.Permission;
import dev.latchkey.domain.session.SignedIn;
import java.util.Map;
import java.util.Optional;

/** Gives an organization another name. The slug, which others rely on, stays. */
public final class RenameOrganization {
  private final Organizations organizations;
  private final Memberships memberships;
  private final AuditTrail audit;
  private final UnitOfWork unitOfWork;

  public RenameOrganization(Organizations organizations, Memberships memberships, AuditTrail audit,
      UnitOfWork unitOfWork) {
    this.organizations = organizations;
    this.memberships = memberships;
    this.audit = audit;
    this.unitOfWork = unitOfWork;
  }

  public Outcome rename(Command command) {
    return unitOfWork.run(() -> storedPlace(command).map(place -> judge(command, place))
        .orElseGet(Outcome.NotFound::new));
  }

  /** As stored now: role or policy may have changed since the session was read. */
  private Optional<SignedIn.Place> storedPlace(Command command) {
    return organizations.find(command.organization())
        .flatMap(organization -> memberships
            .find(command.organization(), command.signedIn().session().userId())
            .map(membership -> new SignedIn.Place(organization, membership)));
  }

  private Outcome judge(Command command, SignedIn.Place place) {
    AccessDecision decision = AccessPolicy.decide(command.signedIn(), place);
    if (decision.verdict() == Verdict.NOT_A_MEMBER) {
      return new Outcome.NotFound();
    }
    if (!decision.isAllowed()) {
      return new Outcome.Refused(decision);
    }
    if (!Permission.RENAME_ORGANIZATION.isGrantedTo(place.membership().role())) {
      return new Outcome.Forbidden();
    }
    Organization renamed = place.organization().renamed(command.name());
    organizations.save(renamed);
    audit.append(AuditTrail.Entry.success(AuditAction.ORGANIZATION_RENAMED, command.origin())
        .by(command.signedIn().session().userId()).in(command.organization())
        .with(Map.of("from", place.organization().name().value(), "to", command.name().value())));
    return new Outcome.Renamed(new SignedIn.Place(renamed, place.membership()));
  }

  /** A new name for an organization, and who wants it. */
  public record Command(SignedIn signedIn, OrganizationId organization, OrganizationName name, Origin origin) {}

  /** What came of it; what belongs to others is as good as absent. */
  public sealed interface Outcome {
    record Renamed(SignedIn.Place place) implements Outcome {}

    record Refused(AccessDecision decision) implements Outcome {}

    record Forbidden() implements Outcome {}

    record NotFound() implements Outcome {}
  }
}
