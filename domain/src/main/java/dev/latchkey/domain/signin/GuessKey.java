package dev.latchkey.domain.signin;

import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.session.TokenHash;

/**
 * Under which name wrong guesses are counted: the account's, known or not, or the account's as seen from one browser
 * that signed in before, so that a stranger's guesses don't slow its owner down. Holds no address in the clear.
 */
public record GuessKey(String value) {
  public static GuessKey of(EmailAddress account) {
    return new GuessKey(TokenHash.of("account " + account.value()).hex());
  }

  public static GuessKey of(EmailAddress account, TokenHash knownBrowser) {
    return new GuessKey(TokenHash.of("browser " + knownBrowser.hex() + " " + account.value()).hex());
  }

  /** The addresses of which an organization's admins have learned that they have an account. */
  public static GuessKey ofAddressesKnownTo(OrganizationId organization) {
    return new GuessKey(TokenHash.of("known to " + organization.value()).hex());
  }

  /** The tries of one session that waits for its second factor. */
  public static GuessKey of(SessionId pending) {
    return new GuessKey(TokenHash.of("session " + pending.value()).hex());
  }
}
