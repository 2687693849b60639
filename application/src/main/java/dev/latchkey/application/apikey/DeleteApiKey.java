package dev.latchkey.application.apikey;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.organization.Entrance;
import dev.latchkey.domain.apikey.ApiKey;
import dev.latchkey.domain.apikey.ApiKeyId;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.policy.Actor;
import dev.latchkey.domain.policy.Admission;
import dev.latchkey.domain.policy.Denial;
import dev.latchkey.domain.policy.Permission;
import java.util.Map;
import java.util.Optional;

/** Takes a key away, one's own or, as an owner or admin, anybody's: it is refused from the next request on. */
public final class DeleteApiKey {
  private final ApiKeys keys;
  private final Entrance entrance;
  private final AuditTrail audit;
  private final UnitOfWork unitOfWork;

  public DeleteApiKey(ApiKeys keys, Entrance entrance, AuditTrail audit, UnitOfWork unitOfWork) {
    this.keys = keys;
    this.entrance = entrance;
    this.audit = audit;
    this.unitOfWork = unitOfWork;
  }

  public Outcome delete(Command command) {
    return unitOfWork
        .run(() -> switch (entrance.admit(command.actor(), command.organization(), Permission.DELETE_API_KEY)) {
          case Admission.Admitted admitted -> delete(command, admitted.place().membership().role());
          case Admission.Denied denied -> new Outcome.Denied(denied.denial());
        });
  }

  private Outcome delete(Command command, Role role) {
    Optional<ApiKey> key = keys.find(command.organization(), command.key())
        .filter(found -> found.isOpenTo(command.actor().userId(), role));
    if (key.isEmpty() || !keys.remove(command.organization(), command.key())) {
      return new Outcome.Denied(new Denial.NotFound());
    }
    audit.append(AuditTrail.Entry.success(AuditAction.API_KEY_DELETED, command.origin())
        .by(command.actor().userId()).in(command.organization())
        .with(Map.of("key", key.get().id().value(), "name", key.get().name().value(), "creator",
            key.get().creator().value())));
    return new Outcome.Deleted();
  }

  /** Which key is to go. */
  public record Command(Actor actor, OrganizationId organization, ApiKeyId key, Origin origin) {}

  /** What came of it; somebody else's key is as good as absent. */
  public sealed interface Outcome {
    record Deleted() implements Outcome {}

    record Denied(Denial denial) implements Outcome {}
  }
}
