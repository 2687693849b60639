package dev.latchkey.application.policy;

import dev.latchkey.application.organization.Entrance;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.policy.Actor;
import dev.latchkey.domain.policy.Admission;
import dev.latchkey.domain.policy.Denial;
import dev.latchkey.domain.policy.Permission;
import dev.latchkey.domain.policy.SsoReadiness;
import dev.latchkey.domain.session.SignedIn;
import java.util.List;

/** Shows owners and admins what their organization demands of its members. */
public final class ReadSecurity {
  private final Readiness readiness;
  private final EmergencyAccess emergency;
  private final Entrance entrance;

  public ReadSecurity(Readiness readiness, EmergencyAccess emergency, Entrance entrance) {
    this.readiness = readiness;
    this.emergency = emergency;
    this.entrance = entrance;
  }

  public Outcome read(Actor actor, OrganizationId organization) {
    return switch (entrance.admit(actor, organization, Permission.READ_SETTINGS)) {
      case Admission.Admitted admitted -> new Outcome.Found(admitted.place(),
          readiness.of(admitted.place().organization()), emergency.of(organization));
      case Admission.Denied denied -> new Outcome.Denied(denied.denial());
    };
  }

  /** What came of it. */
  public sealed interface Outcome {
    /**
     * @param readiness what the organization has ready for single sign-on
     * @param emergency its break-glass owners
     */
    record Found(SignedIn.Place place, SsoReadiness readiness, List<EmergencyAccess.Holder> emergency)
        implements
          Outcome {
      public Found {
        emergency = List.copyOf(emergency);
      }
    }

    record Denied(Denial denial) implements Outcome {}
  }
}
