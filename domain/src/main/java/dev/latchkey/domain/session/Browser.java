package dev.latchkey.domain.session;

import java.util.Optional;

/**
 * The browser in which somebody signs in.
 *
 * @param token its lasting cookie; a new one if it had none
 * @param session the cookie of the session that it has had so far, whoever's that is and whether it still lives or not
 */
public record Browser(BearerToken token, Optional<BearerToken> session) {
  /** A browser in which nobody is signed in. */
  public static Browser withoutSession(BearerToken token) {
    return new Browser(token, Optional.empty());
  }

  public TokenHash hash() {
    return token.hash();
  }
}
