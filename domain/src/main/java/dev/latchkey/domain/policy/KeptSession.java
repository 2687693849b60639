package dev.latchkey.domain.policy;

import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.sso.RoundTrip;
import java.util.Optional;

/**
 * Nobody's session gives way to another person's because of a mere link on a page of another site (login CSRF, RFC 6749
 * §10.12).
 */
public final class KeptSession {
  private KeptSession() {}

  /**
   * Why who is signed in stays, whoever comes back; empty if nothing stands against it.
   *
   * @param here who is signed in in the browser
   * @param arriving who comes back; empty for somebody new
   */
  public static Optional<Reason> against(RoundTrip way, Optional<UserId> here, Optional<UserId> arriving) {
    return way.browser().ledHere() && here.isPresent() && !here.equals(arriving)
        ? Optional.of(Reason.failed("browser-free",
            "A page of another site led here, and somebody else is signed in in this browser."))
        : Optional.empty();
  }
}
