package dev.latchkey.application.domainclaim;

import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.member.LastOwner;
import dev.latchkey.application.member.Owners;
import dev.latchkey.application.organization.Entrance;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.domainclaim.DomainClaim;
import dev.latchkey.domain.domainclaim.DomainClaimId;
import dev.latchkey.domain.domainclaim.VerifiedDomain;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.policy.Actor;
import dev.latchkey.domain.policy.Admission;
import dev.latchkey.domain.policy.Denial;
import dev.latchkey.domain.policy.Permission;
import dev.latchkey.domain.session.SignedIn;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * Gives a domain up, proven or not. Members stay members. While single sign-on is enforced, the last verified domain
 * stays, also when two requests at once would each remove one of the last two; and so does one without which no owner
 * would get in.
 */
public final class RemoveDomain {
  private final DomainClaims claims;
  private final VerifiedDomains verified;
  private final Owners owners;
  private final LastOwner lastOwner;
  private final Entrance entrance;
  private final AuditTrail audit;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  public RemoveDomain(DomainClaims claims, VerifiedDomains verified, Owners owners, LastOwner lastOwner,
      Entrance entrance, AuditTrail audit, UnitOfWork unitOfWork, InstantSource clock) {
    this.claims = claims;
    this.verified = verified;
    this.owners = owners;
    this.lastOwner = lastOwner;
    this.entrance = entrance;
    this.audit = audit;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  public Outcome remove(Command command) {
    return unitOfWork.run(() -> {
      owners.hold(command.organization());
      return switch (entrance.admit(command.actor(), command.organization(), Permission.CHANGE_SETTINGS)) {
        case Admission.Admitted admitted -> remove(command, admitted.place());
        case Admission.Denied denied -> new Outcome.Denied(denied.denial());
      };
    });
  }

  private Outcome remove(Command command, SignedIn.Place place) {
    Optional<DomainClaim> claim = claims.find(command.organization(), command.domain());
    if (claim.isEmpty()) {
      return new Outcome.Denied(new Denial.NotFound());
    }
    if (claim.get() instanceof VerifiedDomain proven && place.organization().requirement().demandsSso()
        && noneIsLeftWithout(proven)) {
      return new Outcome.SsoEnforced();
    }
    if (lastOwner.isLostWithout(command.organization(), claim.get().domain())) {
      return new Outcome.LastOwner();
    }
    claims.remove(claim.get());
    audit.append(AuditTrail.Entry.success(AuditAction.DOMAIN_REMOVED, command.origin())
        .by(command.actor().userId()).in(command.organization())
        .with(Map.of("domain", claim.get().domain().value())));
    return new Outcome.Removed(claim.get());
  }

  /** One whose proof is long gone doesn't count: nobody is linked by it. */
  private boolean noneIsLeftWithout(VerifiedDomain removed) {
    return verified.of(removed.organizationId()).stream()
        .noneMatch(it -> !it.id().equals(removed.id()) && it.isUsableAt(clock.instant()));
  }

  /** Which domain, and who wants it. */
  public record Command(Actor actor, OrganizationId organization, DomainClaimId domain, Origin origin) {}

  /** What came of it. */
  public sealed interface Outcome {
    record Removed(DomainClaim claim) implements Outcome {}

    /** It is the last verified one that counts, and members have to sign in by single sign-on. */
    record SsoEnforced() implements Outcome {}

    /** Members have to sign in by single sign-on, and no owner would be left who gets in by it. */
    record LastOwner() implements Outcome {}

    record Denied(Denial denial) implements Outcome {}
  }
}
