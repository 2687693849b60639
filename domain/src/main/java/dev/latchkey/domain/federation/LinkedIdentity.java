package dev.latchkey.domain.federation;

import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.sso.FederatedIdentity;
import dev.latchkey.domain.sso.SsoConnection;
import java.util.Optional;

/**
 * An identity with what it stands on today.
 *
 * @param connection the organization's, whatever it was when the identity was linked
 * @param member whether the person is an active member there
 */
public record LinkedIdentity(FederatedIdentity identity, Organization organization, Optional<SsoConnection> connection,
    boolean member) {

  /** Whether the person can sign in by it today. */
  public boolean leadsIn() {
    return hindrance().isEmpty();
  }

  /** Why the person can't; empty if they can. Nobody else than members learns what the organization has set up. */
  public Optional<Hindrance> hindrance() {
    if (!member) {
      return Optional.of(Hindrance.NO_MEMBER);
    }
    return connection.filter(it -> it.canName(identity)).isPresent()
        ? Optional.empty()
        : Optional.of(Hindrance.FORMER_PROVIDER);
  }

  /** What is in the way. */
  public enum Hindrance {
    /** Not an active one. */
    NO_MEMBER,
    /** The organization has set up another one since, or the same as one that names people otherwise. */
    FORMER_PROVIDER
  }
}
