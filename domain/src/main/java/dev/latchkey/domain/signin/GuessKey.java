package dev.latchkey.domain.signin;

import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.session.SessionId;
import dev.latchkey.domain.session.TokenHash;

/**
 * Under which name wrong guesses are counted: the account's, known or not, or one that strangers can't reach, so that
 * their guesses don't slow its owner down: the account's as seen from one browser that signed in before, or past its
 * first factor. Holds no address in the clear.
 */
public record GuessKey(String value) {
  public static GuessKey of(EmailAddress account) {
    return new GuessKey(TokenHash.of("account " + account.value()).hex());
  }

  public static GuessKey of(EmailAddress account, TokenHash knownBrowser) {
    return new GuessKey(TokenHash.of("browser " + knownBrowser.hex() + " " + account.value()).hex());
  }

  /** Wrong second factors: only whoever has shown a first one is asked for it. */
  public static GuessKey ofSecondFactor(UserId user) {
    return new GuessKey(TokenHash.of("second factor " + user.value()).hex());
  }

  /** Wrong passwords in sessions of the account, where it is shown once more. */
  public static GuessKey ofPasswordShownAgain(UserId user) {
    return new GuessKey(TokenHash.of("password again " + user.value()).hex());
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
