package dev.latchkey.application.signin;

import dev.latchkey.domain.account.PasswordHash;
import dev.latchkey.domain.signin.Password;
import java.util.Optional;

/** Turns passwords into what may be stored. Few run at once, so that a flood of sign-ins starves nothing else. */
public interface PasswordHasher {
  /** @throws dev.latchkey.application.Unavailable if too many are waiting already */
  PasswordHash hash(Password password);

  /**
   * Whether a password is the stored one. Where nothing is stored, the answer is no and costs the same.
   *
   * @throws dev.latchkey.application.Unavailable if too many are waiting already
   */
  boolean matches(Password password, Optional<PasswordHash> stored);

  /** Whether the deployment has become stricter since the password was stored. */
  boolean isOutdated(PasswordHash stored);
}
