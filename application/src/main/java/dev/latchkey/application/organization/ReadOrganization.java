package dev.latchkey.application.organization;

import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.policy.Actor;
import dev.latchkey.domain.policy.Admission;
import dev.latchkey.domain.policy.Denial;
import dev.latchkey.domain.policy.Permission;
import dev.latchkey.domain.session.SignedIn;

/** Shows a person one of their own organizations, if the session has proven enough for it. */
public final class ReadOrganization {
  private final Entrance entrance;

  public ReadOrganization(Entrance entrance) {
    this.entrance = entrance;
  }

  public Outcome read(Actor actor, OrganizationId id) {
    return switch (entrance.admit(actor, id, Permission.READ_ORGANIZATION)) {
      case Admission.Admitted admitted -> new Outcome.Found(admitted.place());
      case Admission.Denied denied -> new Outcome.Denied(denied.denial());
    };
  }

  /** What came of it. */
  public sealed interface Outcome {
    record Found(SignedIn.Place place) implements Outcome {}

    record Denied(Denial denial) implements Outcome {}
  }
}
