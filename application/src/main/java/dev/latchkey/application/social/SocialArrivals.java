package dev.latchkey.application.social;

import dev.latchkey.application.account.AccountOpening;
import dev.latchkey.application.account.Users;
import dev.latchkey.application.organization.Memberships;
import dev.latchkey.application.sso.SocialIdentities;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.session.SignedIn;
import dev.latchkey.domain.social.SocialArrival;
import dev.latchkey.domain.social.SocialIdentity;
import dev.latchkey.domain.social.SocialProvider;
import dev.latchkey.domain.sso.OidcIdentity;
import java.util.List;
import java.util.Optional;

/** Collects what is known of somebody whom a provider has named, inside the running unit of work. */
public final class SocialArrivals {
  private final SocialIdentities identities;
  private final Users users;
  private final AccountOpening accounts;
  private final Memberships memberships;
  private final boolean signUpOpen;

  /** @param signUpOpen whether strangers may sign up in this deployment */
  public SocialArrivals(SocialIdentities identities, Users users, AccountOpening accounts, Memberships memberships,
      boolean signUpOpen) {
    this.identities = identities;
    this.users = users;
    this.accounts = accounts;
    this.memberships = memberships;
    this.signUpOpen = signUpOpen;
  }

  Known of(SocialProvider provider, OidcIdentity identity) {
    // Before the identity: an account that somebody is just being given by it is linked once it can be seen.
    Optional<User> byAddress = identity.email().flatMap(users::findByEmail);
    Optional<SocialIdentity> bound = bound(provider, identity);
    Optional<User> linked = bound.flatMap(it -> users.find(it.userId()));
    Optional<User> account = linked.isPresent()
        ? Optional.empty()
        : byAddress.flatMap(it -> held(it.id()))
            .filter(it -> identity.email().filter(it.email()::equals).isPresent());
    boolean unused = account.filter(it -> accounts.inUse(it.email()).isEmpty()).isPresent();
    List<SignedIn.Place> places =
        linked.or(() -> account).map(it -> memberships.placesOf(it.id())).orElse(List.of());
    return new Known(bound, new SocialArrival(identity, linked, account, unused, places, signUpOpen));
  }

  private Optional<SocialIdentity> bound(SocialProvider provider, OidcIdentity identity) {
    Optional<SocialIdentity> found = identities.find(provider, identity.subject());
    found.ifPresent(it -> users.hold(it.userId()));
    // Read again: its owner may just have been unlinking it, which ends the sessions that it opened.
    return found.isPresent() ? identities.find(provider, identity.subject()) : found;
  }

  /** Held, so that nobody else gets the account while it is opened for who has proven the address. */
  private Optional<User> held(UserId id) {
    users.hold(id);
    return users.find(id);
  }

  /** @param bound the identity as it was bound, if it was */
  record Known(Optional<SocialIdentity> bound, SocialArrival arrival) {}
}
