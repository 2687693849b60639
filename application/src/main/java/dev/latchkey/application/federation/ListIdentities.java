package dev.latchkey.application.federation;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.sso.SsoConnections;
import dev.latchkey.domain.federation.LinkedIdentity;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.session.SignedIn;
import dev.latchkey.domain.social.SocialIdentity;
import dev.latchkey.domain.social.SocialProvider;
import dev.latchkey.domain.sso.OidcClient;
import dev.latchkey.domain.sso.Provider;
import dev.latchkey.domain.sso.SsoConnection;
import java.util.List;
import java.util.Optional;

/** Shows people as whom identity providers know them, and where they can be linked. */
public final class ListIdentities {
  private final OwnIdentities identities;
  private final SsoConnections connections;
  private final UnitOfWork unitOfWork;

  public ListIdentities(OwnIdentities identities, SsoConnections connections, UnitOfWork unitOfWork) {
    this.identities = identities;
    this.connections = connections;
    this.unitOfWork = unitOfWork;
  }

  public Found list(SignedIn signedIn) {
    return unitOfWork.run(() -> new Found(identities.of(signedIn.person().id()),
        signedIn.places().stream().filter(place -> place.membership().isActive()).map(SignedIn.Place::organization)
            .map(this::at).toList(),
        identities.socialOf(signedIn.person().id()).stream().map(it -> new Social(it, identities.leadsIn(it))).toList(),
        identities.offered()));
  }

  private Offer at(Organization organization) {
    return new Offer(organization,
        connections.find(organization.id()).map(SsoConnection::client).map(OidcClient::provider));
  }

  /**
   * All that concerns the person.
   *
   * @param identities in the order in which they were linked
   * @param offers one for each organization in which the person is active, by name
   * @param social those that belong to the account alone, in the order in which they were linked
   * @param socialOffers the providers of the deployment at which one can be linked
   */
  public record Found(List<LinkedIdentity> identities, List<Offer> offers, List<Social> social,
      List<SocialProvider> socialOffers) {
    public Found {
      identities = List.copyOf(identities);
      offers = List.copyOf(offers);
      social = List.copyOf(social);
      socialOffers = List.copyOf(socialOffers);
    }
  }

  /** @param leadsIn whether the person can sign in by it: the operator may have taken the provider away */
  public record Social(SocialIdentity identity, boolean leadsIn) {}

  /** @param provider by which the person can be linked; empty if the organization has none */
  public record Offer(Organization organization, Optional<Provider> provider) {}
}
