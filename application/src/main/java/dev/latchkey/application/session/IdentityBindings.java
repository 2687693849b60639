package dev.latchkey.application.session;

import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.sso.FederatedIdentity;
import dev.latchkey.domain.sso.IdentityId;
import java.util.List;

/** By which names identity providers open a person's account. */
public interface IdentityBindings {
  /** All of a person's, in the order in which they were linked; across tenants, for the person only. */
  List<FederatedIdentity> of(UserId user);

  /** @return whether the person had it */
  boolean remove(UserId user, IdentityId id);
}
