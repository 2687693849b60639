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

  /** Whether the person can sign in by it: the provider may be another by now, or the membership over. */
  public boolean leadsIn() {
    return member && connection.filter(it -> it.canName(identity)).isPresent();
  }
}
