package dev.latchkey.application;

import java.util.function.Supplier;

/**
 * A transaction. Everything that ports read and write inside {@link #run} happens together or not at all.
 *
 * <p>The work is run again when it lost against a concurrent one, so it has no effect outside the ports, and it never
 * calls another system. A refusal is a normal result: its counters and audit events are committed. An exception rolls
 * everything back.
 */
public interface UnitOfWork {
  /**
   * @throws Unavailable if the database can't be reached, or the work lost again and again
   */
  <T> T run(Supplier<T> work);
}
