package dev.latchkey.application.session;

import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.organization.OrganizationId;
import java.time.Instant;

/** When people last signed in, kept with each of their active memberships for the admins there, and if they ever did. */
public interface LastSignIns {
  /**
   * Notes a sign-in of the account's owner in all active memberships of the person; their versions don't change.
   *
   * @return whether it is the owner's first
   */
  boolean note(UserId user, Instant at);

  /** Notes that the person came into one organization, and so far no other: in the membership there if it is active. */
  void noteVouched(UserId user, OrganizationId organization, Instant at);

  /** Whether the account's owner has ever signed in, wherever. */
  boolean any(UserId user);
}
