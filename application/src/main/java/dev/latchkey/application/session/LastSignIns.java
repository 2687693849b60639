package dev.latchkey.application.session;

import dev.latchkey.domain.account.UserId;
import java.time.Instant;

/** When people last signed in, kept with each of their active memberships for the admins there, and if they ever did. */
public interface LastSignIns {
  /** Notes a sign-in in all active memberships of the person; their versions don't change. */
  void note(UserId user, Instant at);

  /** Whether somebody has ever signed in to this account, wherever. */
  boolean any(UserId user);
}
