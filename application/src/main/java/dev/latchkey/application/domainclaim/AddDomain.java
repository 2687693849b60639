package dev.latchkey.application.domainclaim;

import dev.latchkey.application.Ids;
import dev.latchkey.application.UnitOfWork;
import dev.latchkey.application.audit.AuditTrail;
import dev.latchkey.application.organization.Entrance;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.Origin;
import dev.latchkey.domain.domainclaim.DomainClaim;
import dev.latchkey.domain.domainclaim.DomainClaimId;
import dev.latchkey.domain.domainclaim.DomainName;
import dev.latchkey.domain.domainclaim.PendingDomain;
import dev.latchkey.domain.domainclaim.PublicKind;
import dev.latchkey.domain.domainclaim.VerificationToken;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.policy.Actor;
import dev.latchkey.domain.policy.Admission;
import dev.latchkey.domain.policy.Denial;
import dev.latchkey.domain.policy.Permission;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Claims a domain. Whether others claim it or have it verified makes no difference yet, so that nobody learns of them by
 * claiming. A claim that has expired gives way to a new one.
 */
public final class AddDomain {
  /** Far more than an organization has; less than what would be a burden. */
  public static final int MOST_PER_ORGANIZATION = 50;

  private final DomainClaims claims;
  private final PublicDomains publicDomains;
  private final Entrance entrance;
  private final AuditTrail audit;
  private final UnitOfWork unitOfWork;
  private final Ids ids;
  private final InstantSource clock;
  private final RandomGenerator random;

  public AddDomain(DomainClaims claims, PublicDomains publicDomains, Entrance entrance, AuditTrail audit,
      UnitOfWork unitOfWork, Ids ids, InstantSource clock, RandomGenerator random) {
    this.claims = claims;
    this.publicDomains = publicDomains;
    this.entrance = entrance;
    this.audit = audit;
    this.unitOfWork = unitOfWork;
    this.ids = ids;
    this.clock = clock;
    this.random = random;
  }

  public Outcome add(Command command) {
    return unitOfWork
        .run(() -> switch (entrance.admit(command.actor(), command.organization(), Permission.CHANGE_SETTINGS)) {
          case Admission.Admitted admitted -> publicDomains.kindOf(command.domain()).<Outcome>map(Outcome.Public::new)
              .orElseGet(() -> claim(command));
          case Admission.Denied denied -> new Outcome.Denied(denied.denial());
        });
  }

  private Outcome claim(Command command) {
    Instant now = clock.instant();
    List<DomainClaim> all = claims.list(command.organization(), Optional.empty(), MOST_PER_ORGANIZATION);
    Optional<DomainClaim> before = all.stream().filter(it -> it.domain().equals(command.domain())).findFirst();
    if (before.filter(it -> !(it instanceof PendingDomain pending && pending.isExpiredAt(now))).isPresent()) {
      return new Outcome.AlreadyClaimed(before.get());
    }
    if (before.isEmpty() && all.size() >= MOST_PER_ORGANIZATION) {
      return new Outcome.TooMany();
    }
    before.ifPresent(claims::remove);
    PendingDomain claim = PendingDomain.claimed(new DomainClaimId(ids.next()), command.organization(),
        command.domain(), VerificationToken.random(random), now);
    claims.add(claim);
    audit.append(AuditTrail.Entry.success(AuditAction.DOMAIN_ADDED, command.origin()).by(command.actor().userId())
        .in(command.organization()).with(Map.of("domain", claim.domain().value())));
    return new Outcome.Added(claim);
  }

  /** Which domain, and who wants it. */
  public record Command(Actor actor, OrganizationId organization, DomainName domain, Origin origin) {}

  /** What came of it. */
  public sealed interface Outcome {
    record Added(PendingDomain claim) implements Outcome {}

    /** It can't be anybody's own. */
    record Public(PublicKind kind) implements Outcome {}

    /** By this organization itself. */
    record AlreadyClaimed(DomainClaim claim) implements Outcome {}

    /** The organization has {@link #MOST_PER_ORGANIZATION} already. */
    record TooMany() implements Outcome {}

    record Denied(Denial denial) implements Outcome {}
  }
}
