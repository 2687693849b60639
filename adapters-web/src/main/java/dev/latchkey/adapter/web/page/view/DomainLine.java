package dev.latchkey.adapter.web.page.view;

import dev.latchkey.domain.domainclaim.DomainClaim;
import dev.latchkey.domain.domainclaim.DomainSettings;
import dev.latchkey.domain.domainclaim.PendingDomain;
import dev.latchkey.domain.domainclaim.VerifiedDomain;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A domain as pages show it.
 *
 * @param readable in the letters of its language, which may be the same
 * @param expiresAt until when a pending claim can be proven
 * @param checkedAt when the proof was last seen
 * @param suspendedAt from when on nothing follows from a lapsed domain
 * @param settings null as long as it isn't verified
 */
public record DomainLine(String id, String name, String readable, Status status, Instant createdAt,
    @Nullable Instant expiresAt, @Nullable Instant verifiedAt, @Nullable Instant checkedAt,
    @Nullable Instant suspendedAt, @Nullable DomainSettings settings) {

  /** What there is to see of a claim. */
  public enum Status {
    PENDING(Tone.NEUTRAL), EXPIRED(Tone.WARNING), VERIFIED(Tone.SUCCESS), LAPSED(Tone.WARNING), SUSPENDED(Tone.DANGER);

    private final Tone tone;

    Status(Tone tone) {
      this.tone = tone;
    }

    public Tone tone() {
      return tone;
    }

    /** The key of its name in the message bundle. */
    public String key() {
      return "domainStatus." + name();
    }
  }

  public static DomainLine of(DomainClaim claim, Instant now) {
    return switch (claim) {
      case PendingDomain pending -> new DomainLine(pending.id().value(), pending.domain().value(),
          pending.domain().readable(), pending.isExpiredAt(now) ? Status.EXPIRED : Status.PENDING,
          pending.createdAt(), pending.expiresAt(), null, null, null, null);
      case VerifiedDomain verified -> new DomainLine(verified.id().value(), verified.domain().value(),
          verified.domain().readable(), status(verified, now), verified.createdAt(), null, verified.verifiedAt(),
          verified.checkedAt(), verified.suspendedAt().orElse(null), verified.settings());
    };
  }

  private static Status status(VerifiedDomain verified, Instant now) {
    if (verified.lapsedAt().isEmpty()) {
      return Status.VERIFIED;
    }
    return verified.isUsableAt(now) ? Status.LAPSED : Status.SUSPENDED;
  }

  public boolean isVerified() {
    return settings != null;
  }
}
