package dev.latchkey.application.domainclaim;

import dev.latchkey.application.organization.Entrance;
import dev.latchkey.domain.domainclaim.DomainClaim;
import dev.latchkey.domain.domainclaim.DomainClaimId;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.policy.Actor;
import dev.latchkey.domain.policy.Admission;
import dev.latchkey.domain.policy.Denial;
import dev.latchkey.domain.policy.Permission;
import dev.latchkey.domain.session.SignedIn;

/** Shows one domain that an organization claims. */
public final class ReadDomain {
  private final DomainClaims claims;
  private final Entrance entrance;

  public ReadDomain(DomainClaims claims, Entrance entrance) {
    this.claims = claims;
    this.entrance = entrance;
  }

  public Outcome read(Actor actor, OrganizationId organization, DomainClaimId id) {
    return switch (entrance.admit(actor, organization, Permission.READ_SETTINGS)) {
      case Admission.Admitted admitted -> claims.find(organization, id)
          .<Outcome>map(claim -> new Outcome.Found(admitted.place(), claim))
          .orElseGet(() -> new Outcome.Denied(new Denial.NotFound()));
      case Admission.Denied denied -> new Outcome.Denied(denied.denial());
    };
  }

  /** What came of it. */
  public sealed interface Outcome {
    record Found(SignedIn.Place place, DomainClaim claim) implements Outcome {}

    record Denied(Denial denial) implements Outcome {}
  }
}
