package dev.latchkey.domain.domainclaim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.organization.OrganizationId;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DomainClaimTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final PendingDomain pending = PendingDomain.claimed(new DomainClaimId("0".repeat(26)),
      new OrganizationId("1".repeat(26)), new DomainName("acme.example"), VerificationToken.random(new Random(7)),
      NOON);
  private final VerifiedDomain verified = pending.verified(NOON);

  @Test
  void is_proven_by_a_record_of_its_own() {
    assertThat(pending.txtRecord().name()).isEqualTo("_latchkey.acme.example");
    assertThat(pending.txtRecord().value()).matches("latchkey-verification=[0-9a-f]{40}");
    assertThat(VerificationToken.random(new Random(8))).isNotEqualTo(pending.token());
  }

  @Test
  void can_be_proven_for_a_week() {
    assertThat(pending.isExpiredAt(NOON.plus(Duration.ofDays(7)).minusMillis(1))).isFalse();
    assertThat(pending.isExpiredAt(NOON.plus(Duration.ofDays(7)))).isTrue();
  }

  @Test
  void lets_nobody_in_by_itself_at_first() {
    assertThat(verified.settings()).isEqualTo(new DomainSettings(AutoJoin.OFF, true));
  }

  @Test
  void counts_for_a_week_after_its_proof_is_gone() {
    VerifiedDomain lapsed = verified.missed(NOON.plusSeconds(60));
    Instant end = NOON.plusSeconds(60).plus(Duration.ofDays(7));
    assertThat(lapsed.suspendedAt()).contains(end);
    assertThat(lapsed.isUsableAt(end.minusMillis(1))).isTrue();
    assertThat(lapsed.isUsableAt(end)).isFalse();
    assertThat(verified.isUsableAt(end.plus(Duration.ofDays(999)))).isTrue();
  }

  @Test
  void the_first_miss_begins_the_lapse_and_the_proof_ends_it() {
    VerifiedDomain lapsed = verified.missed(NOON.plusSeconds(60)).missed(NOON.plusSeconds(120));
    assertThat(lapsed.lapsedAt()).contains(NOON.plusSeconds(60));
    assertThat(lapsed.checkedAt()).isEqualTo(NOON);
    VerifiedDomain back = lapsed.seen(NOON.plus(Duration.ofDays(30)));
    assertThat(back.lapsedAt()).isEmpty();
    assertThat(back.checkedAt()).isEqualTo(NOON.plus(Duration.ofDays(30)));
    assertThat(back.verifiedAt()).isEqualTo(NOON);
  }

  @Test
  void a_dns_without_an_answer_changes_nothing_but_the_time_of_the_next_question() {
    VerifiedDomain after = verified.unanswered(NOON.plus(Duration.ofDays(1)));
    assertThat(after.lapsedAt()).isEmpty();
    assertThat(after).usingRecursiveComparison().ignoringFields("nextCheckAt").isEqualTo(verified);
    VerifiedDomain lapsed = verified.missed(NOON);
    assertThat(lapsed.unanswered(NOON.plusSeconds(9)).lapsedAt()).contains(NOON);
  }

  @Test
  void is_looked_for_daily_and_sooner_for_a_day_after_it_was_missed() {
    Instant then = NOON.plus(Duration.ofDays(1));
    assertThat(verified.nextCheckAt()).isEqualTo(NOON.plus(Duration.ofDays(1)));
    assertThat(verified.seen(then).nextCheckAt()).isEqualTo(then.plus(Duration.ofDays(1)));
    assertThat(verified.missed(then).nextCheckAt()).isEqualTo(then.plus(Duration.ofHours(1)));
    assertThat(verified.unanswered(then).nextCheckAt()).isEqualTo(then.plus(Duration.ofHours(1)));
    Instant later = then.plus(Duration.ofDays(1));
    assertThat(verified.missed(then).missed(later.minusSeconds(1)).nextCheckAt())
        .isBefore(later.plus(Duration.ofHours(1)));
    assertThat(verified.missed(then).missed(later).nextCheckAt()).isEqualTo(later.plus(Duration.ofDays(1)));
    assertThat(verified.missed(then).unanswered(later).nextCheckAt()).isEqualTo(later.plus(Duration.ofDays(1)));
    assertThat(verified.unanswered(later).nextCheckAt()).isEqualTo(later.plus(Duration.ofDays(1)));
  }

  @Test
  void one_that_was_lost_to_another_organization_may_be_proven_anew() {
    PendingDomain lost = verified.missed(NOON).lost(NOON.plus(Duration.ofDays(9)));
    assertThat(lost.token()).isEqualTo(pending.token());
    assertThat(lost.expiresAt()).isEqualTo(NOON.plus(Duration.ofDays(16)));
  }
}
