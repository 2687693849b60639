package dev.latchkey.application.sso;

import dev.latchkey.application.organization.Entrance;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.policy.Actor;
import dev.latchkey.domain.policy.Admission;
import dev.latchkey.domain.policy.Denial;
import dev.latchkey.domain.policy.Permission;
import dev.latchkey.domain.session.SignedIn;
import dev.latchkey.domain.sso.JitSettings;
import dev.latchkey.domain.sso.SsoConnection;
import java.util.Optional;

/** Shows owners and admins their organization's identity provider, and what becomes of people who are new there. */
public final class ReadSso {
  private final SsoConnections connections;
  private final JustInTime justInTime;
  private final Entrance entrance;

  public ReadSso(SsoConnections connections, JustInTime justInTime, Entrance entrance) {
    this.connections = connections;
    this.justInTime = justInTime;
    this.entrance = entrance;
  }

  public Outcome read(Actor actor, OrganizationId organization) {
    return switch (entrance.admit(actor, organization, Permission.READ_SETTINGS)) {
      case Admission.Admitted admitted -> new Outcome.Found(admitted.place(), connections.find(organization),
          justInTime.of(organization));
      case Admission.Denied denied -> new Outcome.Denied(denied.denial());
    };
  }

  /** What came of it. */
  public sealed interface Outcome {
    /** @param connection empty if there is none */
    record Found(SignedIn.Place place, Optional<SsoConnection> connection, JitSettings jit) implements Outcome {}

    record Denied(Denial denial) implements Outcome {}
  }
}
