package dev.latchkey.application.apikey;

import dev.latchkey.application.organization.Entrance;
import dev.latchkey.domain.apikey.ApiKey;
import dev.latchkey.domain.apikey.ApiKeyId;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.policy.Actor;
import dev.latchkey.domain.policy.Admission;
import dev.latchkey.domain.policy.Denial;
import dev.latchkey.domain.policy.Permission;
import dev.latchkey.domain.session.SignedIn;

/** Shows one key to whoever may delete it. */
public final class ReadApiKey {
  private final ApiKeys keys;
  private final Entrance entrance;

  public ReadApiKey(ApiKeys keys, Entrance entrance) {
    this.keys = keys;
    this.entrance = entrance;
  }

  public Outcome read(Actor actor, OrganizationId organization, ApiKeyId id) {
    return switch (entrance.admit(actor, organization, Permission.DELETE_API_KEY)) {
      case Admission.Admitted admitted -> keys.find(organization, id)
          .filter(key -> key.isOpenTo(actor.userId(), admitted.place().membership().role()))
          .<Outcome>map(key -> new Outcome.Found(admitted.place(), key))
          .orElseGet(() -> new Outcome.Denied(new Denial.NotFound()));
      case Admission.Denied denied -> new Outcome.Denied(denied.denial());
    };
  }

  /** What came of it; somebody else's key is as good as absent. */
  public sealed interface Outcome {
    record Found(SignedIn.Place place, ApiKey key) implements Outcome {}

    record Denied(Denial denial) implements Outcome {}
  }
}
