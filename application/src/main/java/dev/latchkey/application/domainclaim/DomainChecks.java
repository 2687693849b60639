package dev.latchkey.application.domainclaim;

import dev.latchkey.domain.domainclaim.VerifiedDomain;
import java.time.Instant;
import java.util.List;

/** Whose proofs are to be looked for again. */
@FunctionalInterface
public interface DomainChecks {
  /** Verified domains of all tenants whose next check is due, the longest due first. */
  List<VerifiedDomain> dueAt(Instant now, int atMost);
}
