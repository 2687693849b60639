package dev.latchkey.application.session;

import dev.latchkey.domain.account.User;
import dev.latchkey.domain.session.SignedIn;
import java.time.Instant;

/**
 * A session that holds right now.
 *
 * @param expiresAt when it ends if no further request comes
 */
public record LiveSession(SignedIn signedIn, Instant expiresAt) {

  /** The same after the account was changed. */
  public LiveSession as(User changed) {
    return new LiveSession(signedIn.as(changed), expiresAt);
  }
}
