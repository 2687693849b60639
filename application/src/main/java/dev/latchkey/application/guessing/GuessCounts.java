package dev.latchkey.application.guessing;

import dev.latchkey.domain.signin.GuessCount;
import dev.latchkey.domain.signin.GuessKey;
import java.time.Instant;

/** How often was guessed wrong, counted over all nodes. Joins the running unit of work. */
public interface GuessCounts {
  /** The count so far; others who ask for the same key wait until this unit of work has ended. */
  GuessCount lock(GuessKey key, Instant now);

  void save(GuessKey key, GuessCount count);

  void forget(GuessKey key);
}
