package dev.latchkey.application.mfa;

import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.mfa.TotpAuthenticator;

/** Authenticator apps that people enrolled; keys are encrypted at rest. Joins the running unit of work. */
public interface TotpAuthenticators {
  /** The person's authenticator, perhaps an empty one; others who ask for it wait until this unit of work ended. */
  TotpAuthenticator lock(UserId user);

  void save(TotpAuthenticator authenticator);

  void remove(UserId user);
}
