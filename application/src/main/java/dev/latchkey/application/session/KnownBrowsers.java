package dev.latchkey.application.session;

import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.session.TokenHash;
import java.time.Instant;

/** Browsers in which a person signed in before, recognised by a cookie of which only the hash is kept. */
public interface KnownBrowsers {
  boolean isKnown(UserId user, TokenHash browser);

  /** Remembers a browser; doing so again is no mistake. */
  void remember(UserId user, TokenHash browser, Instant now);
}
