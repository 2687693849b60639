package dev.latchkey.application.housekeeping;

import java.time.Instant;

/** Which node does a job that has to be done once for all of them. */
@FunctionalInterface
public interface JobLeases {
  /**
   * Takes a job, unless somebody has it: of many who ask at once one gets it. A node that dies loses it when the time
   * is over, and so does one that has finished: there is no giving back.
   *
   * @return whether it is now the caller's until then
   */
  boolean take(String job, Instant now, Instant until);
}
