package dev.latchkey.adapter.web.domainclaim;

import dev.latchkey.domain.domainclaim.DomainClaim;
import dev.latchkey.domain.domainclaim.DomainSettings;
import dev.latchkey.domain.domainclaim.PendingDomain;
import dev.latchkey.domain.domainclaim.VerifiedDomain;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A domain as routes tell it. What a state doesn't have is null.
 *
 * @param expiresAt until when a pending claim can be proven
 * @param checkedAt when the record was last seen
 * @param suspendedAt from when on nothing follows from a lapsed domain
 */
record DomainData(String id, String domain, String status, TxtRecord txtRecord, Instant createdAt,
    @Nullable Instant expiresAt, @Nullable Instant verifiedAt, @Nullable Instant checkedAt, @Nullable Instant lapsedAt,
    @Nullable Instant suspendedAt, @Nullable Settings settings) {

  static DomainData of(DomainClaim claim) {
    return switch (claim) {
      case PendingDomain pending -> new DomainData(claim.id().value(), claim.domain().value(), "pending",
          TxtRecord.of(claim), claim.createdAt(), pending.expiresAt(), null, null, null, null, null);
      case VerifiedDomain verified -> new DomainData(claim.id().value(), claim.domain().value(),
          verified.lapsedAt().isPresent() ? "lapsed" : "verified", TxtRecord.of(claim), claim.createdAt(), null,
          verified.verifiedAt(), verified.checkedAt(), verified.lapsedAt().orElse(null),
          verified.suspendedAt().orElse(null), Settings.of(verified.settings()));
    };
  }

  /** What to publish. */
  record TxtRecord(String name, String value) {
    static TxtRecord of(DomainClaim claim) {
      return new TxtRecord(claim.txtRecord().name(), claim.txtRecord().value());
    }
  }

  /** What follows from an address of the domain. */
  record Settings(String autoJoin, boolean ssoRedirect) {
    static Settings of(DomainSettings settings) {
      return new Settings(settings.autoJoin().name().toLowerCase(Locale.ROOT), settings.ssoRedirect());
    }
  }
}
