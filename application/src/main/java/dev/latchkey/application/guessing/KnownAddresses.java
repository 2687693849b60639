package dev.latchkey.application.guessing;

import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.signin.GuessCount;
import dev.latchkey.domain.signin.GuessKey;

/**
 * Of how many addresses an organization has learned lately that they have an account elsewhere, by whichever way: entering
 * somebody by hand, or an identity provider that names somebody. Inside the running unit of work.
 */
public final class KnownAddresses {
  /** How many it may come upon; one is forgotten every {@link GuessCount#FORGIVEN_EVERY}. */
  public static final int MOST = 10;

  private final GuessLimit limit;

  public KnownAddresses(GuessLimit limit) {
    this.limit = limit;
  }

  /** Whether it has come upon so many that it must not learn of another one. */
  public boolean areMany(OrganizationId organization) {
    return limit.waitUntilBelow(MOST, GuessKey.ofAddressesKnownTo(organization)).isPresent();
  }

  /** Counts an address of which it has just learned; the same one again tells nothing more. */
  public void comeUpon(OrganizationId organization, EmailAddress address) {
    if (limit.tally(GuessKey.ofAddressKnownTo(organization, address)) == 1) {
      limit.tally(GuessKey.ofAddressesKnownTo(organization));
    }
  }
}
