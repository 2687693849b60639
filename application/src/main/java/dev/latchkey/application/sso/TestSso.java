package dev.latchkey.application.sso;

import dev.latchkey.application.organization.Entrance;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.policy.Actor;
import dev.latchkey.domain.policy.Admission;
import dev.latchkey.domain.policy.Denial;
import dev.latchkey.domain.policy.Permission;
import dev.latchkey.domain.session.SignedIn;
import dev.latchkey.domain.sso.SsoConnection;
import java.util.Optional;

/**
 * Looks at an organization's identity provider as it is configured, and says everything that would make signing in
 * fail. Calls it, and so takes as long as it takes; changes nothing.
 */
public final class TestSso {
  private final SsoConnections connections;
  private final RelyingParty relyingParty;
  private final Entrance entrance;

  public TestSso(SsoConnections connections, RelyingParty relyingParty, Entrance entrance) {
    this.connections = connections;
    this.relyingParty = relyingParty;
    this.entrance = entrance;
  }

  public Outcome test(Actor actor, OrganizationId organization) {
    return switch (entrance.admit(actor, organization, Permission.READ_SETTINGS)) {
      case Admission.Admitted admitted -> test(admitted.place());
      case Admission.Denied denied -> new Outcome.Denied(denied.denial());
    };
  }

  private Outcome test(SignedIn.Place place) {
    Optional<SsoConnection> connection = connections.find(place.organization().id());
    return connection.<Outcome>map(
        it -> new Outcome.Examined(place, it, relyingParty.examine(it.client()))).orElseGet(Outcome.NotConnected::new);
  }

  /** What came of it. */
  public sealed interface Outcome {
    record Examined(SignedIn.Place place, SsoConnection connection, RelyingParty.Examination examination)
        implements
          Outcome {}

    record NotConnected() implements Outcome {}

    record Denied(Denial denial) implements Outcome {}
  }
}
