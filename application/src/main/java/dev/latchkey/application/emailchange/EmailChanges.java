package dev.latchkey.application.emailchange;

import dev.latchkey.domain.account.UserId;
import dev.latchkey.domain.emailchange.EmailChangeAttempts;

/** What people have tried lately in order to move to another address. Joins the running unit of work. */
public interface EmailChanges {
  /** A person's attempts, perhaps none; others who ask for them wait until this unit of work ended. */
  EmailChangeAttempts lock(UserId user);

  /** Saves attempts that were locked before. */
  void save(EmailChangeAttempts attempts);
}
