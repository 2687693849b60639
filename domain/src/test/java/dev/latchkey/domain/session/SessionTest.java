package dev.latchkey.domain.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.domain.account.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SessionTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final SessionLimits PLAIN = new SessionLimits(Duration.ofHours(12), Duration.ofDays(7));
  private static final SessionLimits STRICT = new SessionLimits(Duration.ofHours(1), Duration.ofHours(24));

  @Test
  void ends_at_whichever_limit_comes_first() {
    assertThat(seenAt(NOON).expiresAt(PLAIN)).isEqualTo(NOON.plus(Duration.ofHours(12)));
    Instant lateInTheWeek = NOON.plus(Duration.ofDays(6)).plus(Duration.ofHours(20));
    assertThat(seenAt(lateInTheWeek).expiresAt(PLAIN)).isEqualTo(NOON.plus(Duration.ofDays(7)));
  }

  @Test
  void takes_the_stricter_of_both_limits_where_mfa_is_demanded() {
    assertThat(new SessionRules(PLAIN, STRICT).forPerson(true)).isEqualTo(STRICT);
    assertThat(new SessionRules(PLAIN, STRICT).forPerson(false)).isEqualTo(PLAIN);
    SessionLimits shortIdle = new SessionLimits(Duration.ofMinutes(5), Duration.ofDays(7));
    assertThat(new SessionRules(shortIdle, STRICT).forPerson(true))
        .isEqualTo(new SessionLimits(Duration.ofMinutes(5), Duration.ofHours(24)));
  }

  @Test
  void is_written_down_as_seen_at_most_once_a_minute() {
    assertThat(seenAt(NOON).seenLongAgo(NOON.plusSeconds(59))).isFalse();
    assertThat(seenAt(NOON).seenLongAgo(NOON.plusSeconds(60))).isTrue();
  }

  @Test
  void counts_proofs_as_fresh_for_ten_minutes_and_never_from_the_future() {
    Proofs proofs = Proofs.of(new Proof.Password(NOON));
    assertThat(proofs.freshAt(NOON.plusSeconds(599))).isTrue();
    assertThat(proofs.freshAt(NOON.plusSeconds(600))).isFalse();
    assertThat(proofs.freshAt(NOON.minusSeconds(1))).isFalse();
  }

  @Test
  void has_tokens_of_256_bits_that_do_not_show_themselves() {
    BearerToken token = BearerToken.random(new Random(7));
    assertThat(token.value()).hasSize(43);
    assertThat(token.toString()).doesNotContain(token.value());
    assertThat(token.hash().hex()).hasSize(64).doesNotContain(token.value());
    assertThatThrownBy(() -> new BearerToken(token.hash().hex())).isNotNull();
  }

  private static Session seenAt(Instant lastSeen) {
    return new Session(new SessionId("01ARZ3NDEKTSV4RRFFQ69G5FAA"), new UserId("01ARZ3NDEKTSV4RRFFQ69G5FAD"),
        Proofs.of(new Proof.Password(NOON)), NOON, lastSeen, "Browser", "192.0.2.1");
  }
}
