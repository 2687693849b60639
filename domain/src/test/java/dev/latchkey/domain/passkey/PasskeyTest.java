package dev.latchkey.domain.passkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.domain.InvalidValue;
import dev.latchkey.domain.account.UserId;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PasskeyTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final String ID = "01ARZ3NDEKTSV4RRFFQ69G5FAV";

  @Test
  void remembers_counter_and_time_of_its_use() {
    Passkey used = counting(7).used(8, false, NOON).orElseThrow();
    assertThat(used.signatureCount()).isEqualTo(8);
    assertThat(used.lastUsedAt()).contains(NOON);
  }

  @Test
  void is_not_believed_when_its_counter_stands_still_or_goes_back() {
    assertThat(counting(7).used(7, false, NOON)).isEmpty();
    assertThat(counting(7).used(6, false, NOON)).isEmpty();
    assertThat(counting(7).used(0, false, NOON)).isEmpty();
  }

  @Test
  void may_be_one_that_never_counts_or_begins_to() {
    assertThat(counting(0).used(0, false, NOON)).isPresent();
    assertThat(counting(0).used(1, false, NOON)).isPresent();
  }

  @Test
  void takes_octets_in_their_one_spelling_only() {
    assertThat(new Octets("AQID").bytes()).containsExactly(1, 2, 3);
    assertThat(Octets.of(new byte[]{-1, -2})).isEqualTo(new Octets("__4"));
    for (String other : new String[]{"AQI=", "A", "//4", "__5", "AQ ID", "ÄQID"}) {
      assertThatThrownBy(() -> new Octets(other)).as(other).isInstanceOf(InvalidValue.class);
    }
  }

  @Test
  void takes_ids_of_up_to_1023_bytes() {
    assertThat(new CredentialId(Octets.of(new byte[1023])).base64Url()).hasSize(1364);
    assertThatThrownBy(() -> new CredentialId(Octets.of(new byte[1024]))).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> CredentialId.parse("")).isInstanceOf(InvalidValue.class);
  }

  @Test
  void remembers_that_its_authenticator_can_verify_the_owner() {
    Passkey verified = counting(0).used(0, true, NOON).orElseThrow();
    assertThat(verified.userVerified()).isTrue();
    assertThat(verified.used(0, false, NOON)).hasValueSatisfying(it -> assertThat(it.userVerified()).isTrue());
  }

  private static Passkey counting(long count) {
    return new Passkey(new PasskeyId(ID), new UserId(ID), CredentialId.parse("AQID"), new Octets("AQID"), false, count,
        new PasskeyName("Laptop"), NOON, Optional.empty());
  }
}
