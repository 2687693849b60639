package dev.latchkey.application.sso;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.organization.Organizations;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.policy.Actor;
import dev.latchkey.domain.policy.Admission;
import dev.latchkey.domain.policy.Denial;
import dev.latchkey.domain.sso.SsoConnection;
import java.util.Optional;

/**
 * Ends the connection to an organization's identity provider. What was proven through it is void at once, and all are
 * forgotten who were linked by it.
 */
public final class DisconnectSso {
  private final SsoConnections connections;
  private final Organizations organizations;
  private final SsoChanges changes;
  private final UnitOfWork unitOfWork;

  public DisconnectSso(SsoConnections connections, Organizations organizations, SsoChanges changes,
      UnitOfWork unitOfWork) {
    this.connections = connections;
    this.organizations = organizations;
    this.changes = changes;
    this.unitOfWork = unitOfWork;
  }

  public Outcome disconnect(Command command) {
    return unitOfWork.run(
        () -> switch (changes.admit(command.actor(), command.organization())) {
          case Admission.Admitted admitted -> disconnect(command, admitted.place().organization());
          case Admission.Denied denied -> new Outcome.Denied(denied.denial());
        });
  }

  private Outcome disconnect(Command command, Organization organization) {
    SsoChanges.By by = new SsoChanges.By(command.actor(), command.organization(), command.origin());
    Optional<SsoConnection> connection = connections.find(command.organization());
    if (connection.isEmpty()) {
      return new Outcome.NotConnected();
    }
    if (organization.requirement().demandsSso()) {
      changes.refusedWhileEnforced(by, AuditAction.SSO_DELETED);
      return new Outcome.Enforced();
    }
    organizations.save(organization.withAnotherProvider());
    connections.delete(command.organization());
    changes.deleted(by, connection.get());
    return new Outcome.Disconnected();
  }

  /** Whose connection shall end, and who says so. */
  public record Command(Actor actor, OrganizationId organization, Origin origin) {}

  /** What came of it. */
  public sealed interface Outcome {
    record Disconnected() implements Outcome {}

    record NotConnected() implements Outcome {}

    /** It is the only way in. */
    record Enforced() implements Outcome {}

    record Denied(Denial denial) implements Outcome {}
  }
}
