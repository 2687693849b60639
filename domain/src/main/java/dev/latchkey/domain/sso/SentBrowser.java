package dev.latchkey.domain.sso;

import dev.latchkey.domain.session.TokenHash;

/**
 * A browser that is sent to an identity provider.
 *
 * @param cookie its lasting one, by which it is recognised when it comes back
 * @param ledHere whether a page of another site led it here: then it may not be what its person wants
 */
public record SentBrowser(TokenHash cookie, boolean ledHere) {
  /** One whose person wants it. */
  public static SentBrowser ofOwnAccord(TokenHash cookie) {
    return new SentBrowser(cookie, false);
  }
}
