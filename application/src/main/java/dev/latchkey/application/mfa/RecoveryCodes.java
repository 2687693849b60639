package dev.latchkey.application.mfa;

import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.session.TokenHash;
import java.util.List;

/** Recovery codes, as hashes. Joins the running unit of work. */
public interface RecoveryCodes {
  /** Replaces all codes of a person; none of the old ones works any more. */
  void replace(UserId user, List<TokenHash> hashes);

  /** Uses a code up, atomically. @return whether it was there */
  boolean take(UserId user, TokenHash hash);

  int remaining(UserId user);
}
