package dev.latchkey.domain.domainclaim;

import dev.latchkey.domain.organization.MembershipStatus;
import dev.latchkey.domain.organization.OrganizationId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A claim whose proof was seen. The proof is looked for every day; when it is gone, the claim lapses and nothing else
 * happens for a while. After that it counts for nothing until the proof is back, and another organization may verify the
 * domain. It is never taken away for a mere failure of the DNS.
 *
 * @param checkedAt when the proof was last seen
 * @param nextCheckAt when it is to be looked for again
 * @param lapsedAt since when the proof is known to be gone; empty while it is there
 */
public record VerifiedDomain(DomainClaimId id, OrganizationId organizationId, DomainName domain,
    VerificationToken token, Instant createdAt, Instant verifiedAt, Instant checkedAt, Instant nextCheckAt,
    Optional<Instant> lapsedAt, DomainSettings settings, long version) implements DomainClaim {
  public static final Duration GRACE = Duration.ofDays(7);
  static final Duration CHECKED_EVERY = Duration.ofDays(1);
  /** A proof that is missed, or a DNS that gives no answer, is looked at again sooner, for a day. */
  static final Duration CHECKED_AGAIN_AFTER = Duration.ofHours(1);

  /**
   * Whether anything may follow from this domain: joining, accounts made or linked by single sign-on, and the way to the
   * identity provider. No only after a lapse that outlasted {@link #GRACE}.
   */
  public boolean isUsableAt(Instant now) {
    return suspendedAt().filter(end -> !now.isBefore(end)).isEmpty();
  }

  /** When it stops counting unless the proof comes back; empty while the proof is there. */
  public Optional<Instant> suspendedAt() {
    return lapsedAt.map(since -> since.plus(GRACE));
  }

  /**
   * As what somebody comes in who has proven an address of this domain and belongs to no organization; empty if they stay
   * outside.
   */
  public Optional<MembershipStatus> welcomesAs(Instant now) {
    Optional<MembershipStatus> status = switch (settings.autoJoin()) {
      case AUTOMATIC -> Optional.of(MembershipStatus.ACTIVE);
      case APPROVAL -> Optional.of(MembershipStatus.PENDING);
      case OFF -> Optional.empty();
    };
    return status.filter(welcome -> isUsableAt(now));
  }

  /** The claim after its proof was seen again. */
  public VerifiedDomain seen(Instant now) {
    return new VerifiedDomain(id, organizationId, domain, token, createdAt, verifiedAt, now, now.plus(CHECKED_EVERY),
        Optional.empty(), settings, version);
  }

  /** The claim after its proof was not there; of several times the first begins the lapse. */
  public VerifiedDomain missed(Instant now) {
    Instant since = lapsedAt.orElse(now);
    return new VerifiedDomain(id, organizationId, domain, token, createdAt, verifiedAt, checkedAt, again(since, now),
        Optional.of(since), settings, version);
  }

  /** The claim after the DNS gave no answer, from which nothing follows. */
  public VerifiedDomain unanswered(Instant now) {
    Instant since = lapsedAt.orElse(checkedAt.plus(CHECKED_EVERY));
    return new VerifiedDomain(id, organizationId, domain, token, createdAt, verifiedAt, checkedAt, again(since, now),
        lapsedAt, settings, version);
  }

  /** What has been wrong for long is looked at no more often than what is well. */
  private static Instant again(Instant since, Instant now) {
    return now.plus(now.isBefore(since.plus(CHECKED_EVERY)) ? CHECKED_AGAIN_AFTER : CHECKED_EVERY);
  }

  public VerifiedDomain with(DomainSettings newSettings) {
    return new VerifiedDomain(id, organizationId, domain, token, createdAt, verifiedAt, checkedAt, nextCheckAt,
        lapsedAt, newSettings, version);
  }

  /** The claim after another organization has proven the domain to be its own: it may be proven anew. */
  public PendingDomain lost(Instant now) {
    return new PendingDomain(id, organizationId, domain, token, createdAt, now.plus(PendingDomain.TERM), version);
  }
}
