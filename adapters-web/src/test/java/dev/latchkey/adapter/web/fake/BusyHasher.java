package dev.latchkey.adapter.web.fake;

import dev.latchkey.application.Unavailable;
import dev.latchkey.application.signin.PasswordHasher;
import dev.latchkey.domain.account.PasswordHash;
import dev.latchkey.domain.signin.Password;
import java.time.Duration;
import java.util.Optional;

/** Has always too many waiting. */
public final class BusyHasher implements PasswordHasher {

  @Override
  public PasswordHash hash(Password password) {
    throw busy();
  }

  @Override
  public boolean matches(Password password, Optional<PasswordHash> stored) {
    throw busy();
  }

  @Override
  public boolean isOutdated(PasswordHash stored) {
    return false;
  }

  private static Unavailable busy() {
    return new Unavailable("password hashing", Duration.ofMillis(1_500));
  }
}
