package dev.latchkey.domain.mfa;

import dev.latchkey.domain.account.UserId;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A person's authenticator app. A key is offered first and becomes active when a code made with it comes back; until
 * then the one before stays active. A time step that was accepted is never accepted again (RFC 6238 §5.2).
 *
 * @param active the key that codes are asked of; none while nothing is enrolled
 * @param offered a key that waits for its first code
 * @param lastStep the latest time step that was accepted
 */
public record TotpAuthenticator(UserId user, Optional<TotpSecret> active, Optional<TotpSecret> offered,
    long lastStep) {

  public static TotpAuthenticator none(UserId user) {
    return new TotpAuthenticator(user, Optional.empty(), Optional.empty(), -1);
  }

  public TotpAuthenticator offering(TotpSecret secret) {
    return new TotpAuthenticator(user, active, Optional.of(secret), lastStep);
  }

  /** The offered key as the active one, after a code for a time step was made with it. */
  public TotpAuthenticator confirmed(long step) {
    return new TotpAuthenticator(user, Optional.of(offered.orElseThrow()), Optional.empty(), step);
  }

  /**
   * The authenticator after a code was shown.
   *
   * @param matched the time step whose code it is, if any
   * @return nothing if the code is wrong, or its step or a later one was accepted before
   */
  public Optional<TotpAuthenticator> accepting(OptionalLong matched) {
    return active.isPresent() && matched.isPresent() && matched.getAsLong() > lastStep
        ? Optional.of(new TotpAuthenticator(user, active, offered, matched.getAsLong()))
        : Optional.empty();
  }
}
