package dev.latchkey.application.organization;

import dev.latchkey.application.Ids;
import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.audit.AuditLog;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.AuditEventId;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.organization.Membership;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.organization.OrganizationName;
import dev.latchkey.domain.policy.AccessDecision;
import dev.latchkey.domain.policy.AccessDecision.Verdict;
import dev.latchkey.domain.policy.AccessPolicy;
import dev.latchkey.domain.policy.Permission;
import dev.latchkey.domain.session.SignedIn;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives an organization another name. The slug, which others rely on, stays. */
public final class RenameOrganization {
  private final Organizations organizations;
  private final Memberships memberships;
  private final AuditLog audit;
  private final UnitOfWork unitOfWork;
  private final Ids ids;
  private final InstantSource clock;

  public RenameOrganization(Organizations organizations, Memberships memberships, AuditLog audit,
      UnitOfWork unitOfWork, Ids ids, InstantSource clock) {
    this.organizations = organizations;
    this.memberships = memberships;
    this.audit = audit;
    this.unitOfWork = unitOfWork;
    this.ids = ids;
    this.clock = clock;
  }

  public Outcome rename(Command command) {
    return unitOfWork.run(() -> {
      Optional<Organization> organization = organizations.find(command.organization());
      Optional<Membership> membership = memberships.find(command.organization(),
          command.signedIn().session().userId());
      if (organization.isEmpty() || membership.isEmpty()) {
        return new Outcome.NotFound();
      }
      // Judged by what is stored now: role or policy may have changed since the session was read.
      SignedIn.Place place = new SignedIn.Place(organization.get(), membership.get());
      AccessDecision decision = AccessPolicy.decide(command.signedIn(), place);
      if (decision.verdict() == Verdict.NOT_A_MEMBER) {
        return new Outcome.NotFound();
      }
      if (!decision.isAllowed()) {
        return new Outcome.Refused(decision);
      }
      if (!Permission.RENAME_ORGANIZATION.isGrantedTo(membership.get().role())) {
        return new Outcome.Forbidden();
      }
      return rename(command, place);
    });
  }

  private Outcome rename(Command command, SignedIn.Place place) {
    Organization renamed = place.organization().renamed(command.name());
    organizations.save(renamed);
    audit.append(new AuditEvent(new AuditEventId(ids.next()), clock.instant(), AuditAction.ORGANIZATION_RENAMED,
        dev.latchkey.domain.audit.Outcome.SUCCESS, command.origin(), Optional.of(command.signedIn().session().userId()),
        Optional.of(command.organization()), List.of(),
        Map.of("from", place.organization().name().value(), "to", command.name().value())));
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
