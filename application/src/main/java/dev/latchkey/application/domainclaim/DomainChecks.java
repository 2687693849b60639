package dev.latchkey.application.domainclaim;

import dev.latchkey.domain.domainclaim.VerifiedDomain;
import java.time.Instant;
import java.util.List;

/** Whose proofs are to be looked for again. */
@FunctionalInterface
public interface DomainChecks {
  /**
   * Verified domains of all tenants whose next check is due, the longest due first.
   *
   * @param ofEach how many of one tenant at most, so that those of the others need not wait for all of its
   */
  List<VerifiedDomain> dueAt(Instant now, int atMost, int ofEach);
}
