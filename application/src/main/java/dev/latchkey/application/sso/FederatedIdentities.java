package dev.latchkey.application.sso;

import dev.latchkey.application.session.IdentityBindings;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.sso.FederatedIdentity;
import dev.latchkey.domain.sso.FederatedSubject;
import java.util.Optional;

/** Who of the identity providers is whom of ours. One subject of an organization's provider is one account, for good. */
public interface FederatedIdentities extends IdentityBindings {
  Optional<FederatedIdentity> find(OrganizationId organization, FederatedSubject subject);

  /**
   * Binds somebody; within a unit of work, a second binding of the same subject makes the work run again, and so does a
   * connection that is deleted meanwhile: with it all identities go.
   */
  void add(FederatedIdentity identity);

  /** Notes when it was last used and what the provider calls the person now. */
  void noteUse(FederatedIdentity identity);
}
