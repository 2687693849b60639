package dev.latchkey.domain.policy;

import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.session.SignedIn;
import java.util.Set;

/** Who wants something from an organization: a person in a session, or a program with a key of that person's. */
public sealed interface Actor {
  /** The person, who is responsible either way. */
  UserId userId();

  /** A person who signed in. */
  record InSession(SignedIn signedIn) implements Actor {
    @Override
    public UserId userId() {
      return signedIn.session().userId();
    }
  }

  /**
   * A program.
   *
   * @param userId the key's creator
   * @param organization the only one that the key opens
   */
  record WithKey(UserId userId, OrganizationId organization, Set<Scope> scopes) implements Actor {
    public WithKey {
      scopes = Set.copyOf(scopes);
    }
  }
}
