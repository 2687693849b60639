package dev.latchkey.application.federation;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.domainclaim.AccountProof;
import dev.latchkey.domain.federation.LinkedIdentity;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.organization.Slug;
import dev.latchkey.domain.session.SignedIn;
import java.util.List;
import java.util.Optional;

/**
 * Tells people at whose identity providers they can show again who they are, so that it counts for what they are about to
 * do: in an organization at its own, for the account at the one of whoever has verified the address's domain.
 */
public final class OfferSsoProof {
  private final OwnIdentities identities;
  private final AccountProof proof;
  private final UnitOfWork unitOfWork;

  public OfferSsoProof(OwnIdentities identities, AccountProof proof, UnitOfWork unitOfWork) {
    this.identities = identities;
    this.proof = proof;
    this.unitOfWork = unitOfWork;
  }

  /** @param place the organization in which something is about to be done; empty for the account */
  public List<Organization> offer(SignedIn signedIn, Optional<Slug> place) {
    return unitOfWork.run(() -> {
      Optional<OrganizationId> owner = proof.owner(signedIn).map(Organization::id);
      return identities.of(signedIn.person().id()).stream().filter(LinkedIdentity::leadsIn)
          .map(LinkedIdentity::organization)
          .filter(it -> place.map(it.slug()::equals).orElseGet(() -> owner.filter(it.id()::equals).isPresent()))
          .distinct().toList();
    });
  }
}
