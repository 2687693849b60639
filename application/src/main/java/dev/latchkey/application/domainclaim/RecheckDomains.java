package dev.latchkey.application.domainclaim;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.housekeeping.JobLeases;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.domainclaim.DomainClaimId;
import dev.latchkey.domain.domainclaim.DomainFinding;
import dev.latchkey.domain.domainclaim.TxtRecord;
import dev.latchkey.domain.domainclaim.VerifiedDomain;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for the proofs of verified domains again, each once a day. Of all nodes one does it, and goes on as long as something
 * is due and its turn lasts; no organization gets more of the turn than the others that wait. What the DNS does not answer
 * changes nothing.
 */
public final class RecheckDomains {
  public static final String JOB = "domain-check";
  private static final Duration TURN = Duration.ofMinutes(5);
  /** When the last question of a turn may be asked: each takes a few seconds, and the next node begins with its turn. */
  private static final Duration ASKING = Duration.ofMinutes(4);
  private static final int BATCH = 20;
  /** Of one organization. */
  private static final int OF_EACH = 4;

  private final JobLeases leases;
  private final DomainChecks checks;
  private final DomainClaims claims;
  private final DomainOwnership dns;
  private final DomainProof proof;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  public RecheckDomains(JobLeases leases, DomainChecks checks, DomainClaims claims, DomainOwnership dns,
      DomainProof proof, UnitOfWork unitOfWork, InstantSource clock) {
    this.leases = leases;
    this.checks = checks;
    this.claims = claims;
    this.dns = dns;
    this.proof = proof;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  public Outcome recheck() {
    Instant now = clock.instant();
    // Asked before the lease is, so that nodes don't write a row every few seconds for nothing.
    if (checks.dueAt(now, 1, 1).isEmpty() || !leases.take(JOB, now, now.plus(TURN))) {
      return new Outcome.NotDue();
    }
    Set<DomainClaimId> done = new HashSet<>();
    List<VerifiedDomain> due = due(done);
    while (!due.isEmpty() && clock.instant().isBefore(now.plus(ASKING))) {
      VerifiedDomain next = due.getFirst();
      recheck(next);
      done.add(next.id());
      due = due.size() > 1 ? due.subList(1, due.size()) : due(done);
    }
    return new Outcome.Done(done.size());
  }

  /** @param done what was looked at in this turn already, even if that could not be noted */
  private List<VerifiedDomain> due(Set<DomainClaimId> done) {
    return checks.dueAt(clock.instant(), BATCH, OF_EACH).stream().filter(it -> !done.contains(it.id())).toList();
  }

  private void recheck(VerifiedDomain claim) {
    TxtRecord wanted = claim.txtRecord();
    DomainFinding finding = DomainFinding.of(wanted, dns.textsAt(wanted.name()));
    unitOfWork.run(() -> {
      // It may have been removed, lost or looked at meanwhile; then this answer is about something that was.
      Optional<VerifiedDomain> present = claims.find(claim.organizationId(), claim.id())
          .filter(VerifiedDomain.class::isInstance).map(VerifiedDomain.class::cast)
          .filter(stored -> stored.version() == claim.version());
      present.ifPresent(stored -> proof.note(stored, finding, clock.instant(), Optional.empty(),
          Origin.ofItself(JOB)));
      return present.isPresent();
    });
  }

  /** What came of it. */
  public sealed interface Outcome {
    /** @param checked how many were looked at */
    record Done(int checked) implements Outcome {}

    /** Nothing is due, or another node is doing it. */
    record NotDue() implements Outcome {}
  }
}
