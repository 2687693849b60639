package dev.latchkey.application.housekeeping;

import dev.latchkey.domain.housekeeping.Outdated;

/** All that is not kept for good. */
@FunctionalInterface
public interface Leftovers {
  /** Removes some of it for ever; what somebody is just working with stays for now. @return how many were removed */
  int remove(Outdated what, int atMost);
}
