package dev.latchkey.application.federation;

import dev.latchkey.application.account.AccountOpening;
import dev.latchkey.application.sso.SocialIdentities;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.social.SocialClients;
import java.util.Optional;

/** Tells whether a provider of the deployment would lead into an account. */
public final class SocialOutlook {
  private final SocialIdentities identities;
  private final SocialClients clients;
  private final AccountOpening accounts;

  public SocialOutlook(SocialIdentities identities, SocialClients clients, AccountOpening accounts) {
    this.identities = identities;
    this.clients = clients;
    this.accounts = accounts;
  }

  /** Why none would, in words for an admin; empty if one does, or will for who proves the address there. */
  public Optional<String> obstacle(User user) {
    if (clients.offered().isEmpty()) {
      return Optional.of("This deployment offers no such provider.");
    }
    return identities.of(user.id()).stream().anyMatch(clients::leadsIn) || accounts.inUse(user.email()).isEmpty()
        ? Optional.empty()
        : Optional.of("The person has connected none from inside the account.");
  }
}
