package dev.latchkey.application.sso;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.policy.Actor;
import dev.latchkey.domain.policy.Admission;
import dev.latchkey.domain.policy.Denial;
import dev.latchkey.domain.session.SignedIn;
import dev.latchkey.domain.sso.CallbackMode;
import dev.latchkey.domain.sso.SsoConnection;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Lets owners choose to which address their identity provider sends people back. Whether that knows the address shows
 * only when somebody signs in, so it can't change while there is no other way in.
 */
public final class ChangeCallback {
  private final SsoConnections connections;
  private final SsoChanges changes;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  public ChangeCallback(SsoConnections connections, SsoChanges changes, UnitOfWork unitOfWork,
      InstantSource clock) {
    this.connections = connections;
    this.changes = changes;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  public Outcome change(Command command) {
    return unitOfWork.run(
        () -> switch (changes.admit(command.actor(), command.organization())) {
          case Admission.Admitted admitted -> change(command, admitted.place());
          case Admission.Denied denied -> new Outcome.Denied(denied.denial());
        });
  }

  private Outcome change(Command command, SignedIn.Place place) {
    SsoChanges.By by = new SsoChanges.By(command.actor(), command.organization(), command.origin());
    Optional<SsoConnection> before = connections.find(command.organization());
    if (before.isEmpty()) {
      return new Outcome.NotConnected();
    }
    if (before.get().callback() == command.mode()) {
      return new Outcome.Changed(place, before.get());
    }
    if (place.organization().requirement().demandsSso()) {
      changes.refusedWhileEnforced(by, AuditAction.SSO_CHANGED);
      return new Outcome.Enforced();
    }
    SsoConnection after = before.get().calledBackAt(command.mode(), clock.instant());
    connections.save(after);
    changes.changed(by, after, "callback");
    return new Outcome.Changed(place, after);
  }

  /** Where people shall come back, and who says so. */
  public record Command(Actor actor, OrganizationId organization, CallbackMode mode, Origin origin) {}

  /** What came of it. */
  public sealed interface Outcome {
    record Changed(SignedIn.Place place, SsoConnection connection) implements Outcome {}

    record NotConnected() implements Outcome {}

    /** Single sign-on is the only way in. */
    record Enforced() implements Outcome {}

    record Denied(Denial denial) implements Outcome {}
  }
}
