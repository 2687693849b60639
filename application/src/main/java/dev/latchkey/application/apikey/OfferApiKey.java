package dev.latchkey.application.apikey;

import dev.latchkey.application.organization.Entrance;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.policy.Actor;
import dev.latchkey.domain.policy.Admission;
import dev.latchkey.domain.policy.Denial;
import dev.latchkey.domain.policy.Permission;
import dev.latchkey.domain.policy.Scope;
import dev.latchkey.domain.session.SignedIn;
import java.util.Set;

/** Tells what a person could let a new key do, and asks for a fresh proof before they fill anything in. */
public final class OfferApiKey {
  private final Entrance entrance;

  public OfferApiKey(Entrance entrance) {
    this.entrance = entrance;
  }

  public Outcome offer(Actor actor, OrganizationId organization) {
    return switch (entrance.admit(actor, organization, Permission.CREATE_API_KEY)) {
      case Admission.Admitted admitted -> new Outcome.Offered(admitted.place(),
          Permission.scopesOf(admitted.place().membership().role()));
      case Admission.Denied denied -> new Outcome.Denied(denied.denial());
    };
  }

  /** What came of it. */
  public sealed interface Outcome {
    /** @param scopes those that the person's role can use */
    record Offered(SignedIn.Place place, Set<Scope> scopes) implements Outcome {}

    record Denied(Denial denial) implements Outcome {}
  }
}
