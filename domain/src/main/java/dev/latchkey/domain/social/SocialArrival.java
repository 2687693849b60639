package dev.latchkey.domain.social;

import dev.latchkey.domain.account.User;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.session.SignedIn;
import dev.latchkey.domain.sso.OidcIdentity;
import java.util.List;
import java.util.Optional;

/**
 * Everything that is known of somebody whom a provider of the deployment has just named.
 *
 * @param linked the account to which the identity is bound
 * @param account the one that has the address, if the identity is bound to none
 * @param unused whether nobody has ever used {@code account}: others entered it by hand
 * @param places all organizations of {@code linked} or {@code account}, whatever the membership's status
 * @param signUpOpen whether strangers may sign up in this deployment
 */
public record SocialArrival(OidcIdentity identity, Optional<User> linked, Optional<User> account, boolean unused,
    List<SignedIn.Place> places, boolean signUpOpen) {
  public SocialArrival {
    places = List.copyOf(places);
  }

  /** The same as if the person belonged to one organization at most: what it may know. */
  public SocialArrival in(OrganizationId organization) {
    return new SocialArrival(identity, linked, account, unused,
        places.stream().filter(it -> it.organization().id().equals(organization)).toList(), signUpOpen);
  }
}
