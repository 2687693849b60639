package dev.latchkey.application.domainclaim;

import dev.latchkey.application.organization.Entrance;
import dev.latchkey.application.paging.Paging;
import dev.latchkey.application.paging.Part;
import dev.latchkey.application.paging.PartRequest;
import dev.latchkey.domain.domainclaim.DomainClaim;
import dev.latchkey.domain.domainclaim.DomainClaimId;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.policy.Actor;
import dev.latchkey.domain.policy.Admission;
import dev.latchkey.domain.policy.Denial;
import dev.latchkey.domain.policy.Permission;
import dev.latchkey.domain.session.SignedIn;

/** Shows which domains an organization claims, newest first. */
public final class ListDomains {
  private final DomainClaims claims;
  private final Entrance entrance;
  private final Paging paging;

  public ListDomains(DomainClaims claims, Entrance entrance, Paging paging) {
    this.claims = claims;
    this.entrance = entrance;
    this.paging = paging;
  }

  /** @throws dev.latchkey.domain.InvalidValue for the field {@code cursor}, if it isn't one of this list */
  public Outcome list(Actor actor, OrganizationId organization, PartRequest request) {
    return switch (entrance.admit(actor, organization, Permission.READ_SETTINGS)) {
      case Admission.Admitted admitted -> new Outcome.Found(admitted.place(),
          paging.read("domains " + organization.value(), request,
              (position, limit) -> claims.list(organization, position.map(DomainClaimId::new), limit),
              claim -> claim.id().value()));
      case Admission.Denied denied -> new Outcome.Denied(denied.denial());
    };
  }

  /** What came of it. */
  public sealed interface Outcome {
    record Found(SignedIn.Place place, Part<DomainClaim> part) implements Outcome {}

    record Denied(Denial denial) implements Outcome {}
  }
}
