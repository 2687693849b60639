package dev.latchkey.application.sso;

import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.sso.FederatedIdentity;
import dev.latchkey.domain.sso.FederatedSubject;
import dev.latchkey.domain.sso.IdentityId;
import java.util.List;
import java.util.Optional;

/** Who of the identity providers is whom of ours. One subject of an organization's provider is one account, for good. */
public interface FederatedIdentities {
  Optional<FederatedIdentity> find(OrganizationId organization, FederatedSubject subject);

  /** All of a person's, in the order in which they were linked; across tenants, for the person only. */
  List<FederatedIdentity> of(UserId user);

  /**
   * Binds somebody; within a unit of work, a second binding of the same subject makes the work run again, and so does a
   * connection that is deleted meanwhile: with it all identities go.
   */
  void add(FederatedIdentity identity);

  /** Notes when it was last used and what the provider calls the person now. */
  void noteUse(FederatedIdentity identity);

  /** @return whether the person had it */
  boolean remove(UserId user, IdentityId id);
}
