package dev.latchkey.application.domainclaim;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.organization.Entrance;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.domainclaim.DomainClaim;
import dev.latchkey.domain.domainclaim.DomainClaimId;
import dev.latchkey.domain.domainclaim.DomainFinding;
import dev.latchkey.domain.domainclaim.PendingDomain;
import dev.latchkey.domain.domainclaim.TxtRecord;
import dev.latchkey.domain.domainclaim.VerifiedDomain;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.policy.Actor;
import dev.latchkey.domain.policy.Admission;
import dev.latchkey.domain.policy.Denial;
import dev.latchkey.domain.policy.Permission;
import dev.latchkey.domain.policy.Reason;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Looks for the proof of a claim now. The first organization to show it has the domain; another one gets it only after
 * that one's proof has been gone for longer than {@link VerifiedDomain#GRACE}.
 */
public final class VerifyDomain {
  private final DomainClaims claims;
  private final VerifiedDomains verified;
  private final DomainOwnership dns;
  private final DomainProof proof;
  private final DomainMail mail;
  private final Entrance entrance;
  private final AuditTrail audit;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  public VerifyDomain(DomainClaims claims, VerifiedDomains verified, DomainOwnership dns, DomainProof proof,
      DomainMail mail, Entrance entrance, AuditTrail audit, UnitOfWork unitOfWork, InstantSource clock) {
    this.claims = claims;
    this.verified = verified;
    this.dns = dns;
    this.proof = proof;
    this.mail = mail;
    this.entrance = entrance;
    this.audit = audit;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  public Outcome verify(Command command) {
    return switch (find(command, Way.Open::new)) {
      case Way.Over over -> over.outcome();
      case Way.Open open -> {
        // Between the two transactions: the DNS may take seconds and must not hold a connection.
        TxtRecord wanted = open.claim().txtRecord();
        DomainFinding finding = DomainFinding.of(wanted, dns.textsAt(wanted.name()));
        yield switch (find(command, claim -> new Way.Over(conclude(command, claim, finding)))) {
          case Way.Over over -> over.outcome();
          case Way.Open never -> throw new IllegalStateException("Concluding is the end");
        };
      }
    };
  }

  /** Finds the claim, if it is the actor's to verify and not too late, and goes on in the same unit of work. */
  private Way find(Command command, Function<DomainClaim, Way> next) {
    return unitOfWork
        .run(() -> switch (entrance.admit(command.actor(), command.organization(), Permission.CHANGE_SETTINGS)) {
          case Admission.Admitted admitted -> claims.find(command.organization(), command.domain())
              .map(claim -> claim instanceof PendingDomain pending && pending.isExpiredAt(clock.instant())
                  ? new Way.Over(new Outcome.Expired())
                  : next.apply(claim))
              .orElseGet(() -> new Way.Over(new Outcome.Denied(new Denial.NotFound())));
          case Admission.Denied denied -> new Way.Over(new Outcome.Denied(denied.denial()));
        });
  }

  private Outcome conclude(Command command, DomainClaim claim, DomainFinding finding) {
    Instant now = clock.instant();
    if (claim instanceof VerifiedDomain known) {
      VerifiedDomain after = proof.note(known, finding, now, Optional.of(command.actor().userId()), command.origin());
      return outcome(finding, after, () -> new Outcome.Verified(after));
    }
    return outcome(finding, claim, () -> take(command, (PendingDomain) claim, now));
  }

  private Outcome outcome(DomainFinding finding, DomainClaim claim, Supplier<Outcome> proven) {
    return switch (finding) {
      case DomainFinding.Proven seen -> proven.get();
      case DomainFinding.Missed missed -> new Outcome.NotFound(claim, missed);
      case DomainFinding.Unclear unclear -> new Outcome.Unclear(claim, unclear.why());
    };
  }

  private Outcome take(Command command, PendingDomain claim, Instant now) {
    Optional<VerifiedDomain> holder = verified.holder(claim.domain());
    if (holder.filter(other -> other.isUsableAt(now)).isPresent()) {
      audit.append(entry(AuditTrail.Entry.refused(AuditAction.DOMAIN_VERIFIED, command.origin()), command, claim)
          .because(List.of(Reason.failed("domain-free", "Another organization has it verified."))));
      return new Outcome.Taken();
    }
    holder.ifPresent(other -> takeFrom(other, now));
    VerifiedDomain mine = claim.verified(now);
    claims.save(mine);
    audit.append(entry(AuditTrail.Entry.success(AuditAction.DOMAIN_VERIFIED, command.origin()), command, claim));
    return new Outcome.Verified(mine);
  }

  /** Its members learn that it happened, and nothing of who did it. */
  private void takeFrom(VerifiedDomain other, Instant now) {
    claims.save(other.lost(now));
    audit.append(AuditTrail.Entry.success(AuditAction.DOMAIN_LOST, Origin.ofItself("domain-verification"))
        .in(other.organizationId()).with(Map.of("domain", other.domain().value())));
    mail.tellOfLoss(other);
  }

  private static AuditTrail.Entry entry(AuditTrail.Entry entry, Command command, DomainClaim claim) {
    return entry.by(command.actor().userId()).in(command.organization())
        .with(Map.of("domain", claim.domain().value()));
  }

  /** Which claim, and who wants it. */
  public record Command(Actor actor, OrganizationId organization, DomainClaimId domain, Origin origin) {}

  private sealed interface Way {
    record Open(DomainClaim claim) implements Way {}

    record Over(Outcome outcome) implements Way {}
  }

  /** What came of it. */
  public sealed interface Outcome {
    record Verified(VerifiedDomain claim) implements Outcome {}

    /** The record isn't there; a domain that was verified before has lapsed. */
    record NotFound(DomainClaim claim, DomainFinding.Missed finding) implements Outcome {}

    /** The DNS gave no answer; trying again later helps. */
    record Unclear(DomainClaim claim, String why) implements Outcome {}

    /** Another organization has it verified. */
    record Taken() implements Outcome {}

    /** The claim is too old; adding the domain anew makes another one. */
    record Expired() implements Outcome {}

    record Denied(Denial denial) implements Outcome {}
  }
}
