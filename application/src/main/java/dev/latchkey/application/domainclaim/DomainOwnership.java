package dev.latchkey.application.domainclaim;

import dev.latchkey.domain.domainclaim.TxtAnswer;

/**
 * What the DNS says. A question leaves the house and takes a few seconds at most: never ask inside a unit of work. What
 * goes wrong on the way is an answer, not an exception.
 */
@FunctionalInterface
public interface DomainOwnership {
  /** @param name of TXT records; aliases are followed */
  TxtAnswer textsAt(String name);
}
