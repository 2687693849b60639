package dev.latchkey.application.sso;

import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.social.SocialIdentity;
import dev.latchkey.domain.social.SocialProvider;
import dev.latchkey.domain.sso.FederatedSubject;
import dev.latchkey.domain.sso.IdentityId;
import java.util.List;
import java.util.Optional;

/** Who of the deployment's providers is whom of ours. One subject of a provider is one account, for good. */
public interface SocialIdentities {
  Optional<SocialIdentity> find(SocialProvider provider, FederatedSubject subject);

  /** All of a person's, in the order in which they were linked. */
  List<SocialIdentity> of(UserId user);

  /** Binds somebody; within a unit of work, a second binding of the same subject makes the work run again. */
  void add(SocialIdentity identity);

  /** Notes when it was last used and what the provider calls the person now. */
  void noteUse(SocialIdentity identity);

  /** @return whether the person had it */
  boolean remove(UserId user, IdentityId id);
}
