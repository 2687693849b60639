package dev.latchkey.application.apikey;

import dev.latchkey.application.organization.Entrance;
import dev.latchkey.application.paging.Paging;
import dev.latchkey.application.paging.Part;
import dev.latchkey.application.paging.PartRequest;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.apikey.ApiKeyId;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.policy.Actor;
import dev.latchkey.domain.policy.Admission;
import dev.latchkey.domain.policy.Denial;
import dev.latchkey.domain.policy.Permission;
import dev.latchkey.domain.session.SignedIn;
import java.util.Optional;

/** Shows the keys of an organization: their own to everybody, all of them to whoever manages keys. */
public final class ListApiKeys {
  private final ApiKeys keys;
  private final Entrance entrance;
  private final Paging paging;

  public ListApiKeys(ApiKeys keys, Entrance entrance, Paging paging) {
    this.keys = keys;
    this.entrance = entrance;
    this.paging = paging;
  }

  /** @throws dev.latchkey.domain.InvalidValue for the field {@code cursor}, if it isn't one of this list */
  public Outcome list(Actor actor, OrganizationId organization, PartRequest request) {
    return switch (entrance.admit(actor, organization, Permission.LIST_OWN_API_KEYS)) {
      case Admission.Admitted admitted -> list(actor.userId(), admitted.place(), request);
      case Admission.Denied denied -> new Outcome.Denied(denied.denial());
    };
  }

  private Outcome list(UserId asker, SignedIn.Place place, PartRequest request) {
    boolean all = Permission.MANAGE_API_KEYS.isGrantedTo(place.membership().role());
    Optional<UserId> creator = all ? Optional.empty() : Optional.of(asker);
    OrganizationId organization = place.organization().id();
    String list = "api-keys " + organization.value() + " " + creator.map(UserId::value).orElse("all");
    Part<ApiKeys.Listed> part = paging.read(list, request,
        (after, limit) -> keys.list(organization, creator, after.map(ApiKeyId::new), limit),
        listed -> listed.key().id().value());
    return new Outcome.Found(place, part, all);
  }

  /** What came of it. */
  public sealed interface Outcome {
    /** @param everybodys whether keys of others are among them, too */
    record Found(SignedIn.Place place, Part<ApiKeys.Listed> keys, boolean everybodys) implements Outcome {}

    record Denied(Denial denial) implements Outcome {}
  }
}
