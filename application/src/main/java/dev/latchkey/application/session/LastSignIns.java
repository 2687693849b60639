package dev.latchkey.application.session;

import dev.latchkey.domain.account.UserId;
import java.time.Instant;

/** When people last signed in, kept with each of their active memberships for the admins there. */
@FunctionalInterface
public interface LastSignIns {
  /** Notes a sign-in in all active memberships of the person; their versions don't change. */
  void note(UserId user, Instant at);
}
