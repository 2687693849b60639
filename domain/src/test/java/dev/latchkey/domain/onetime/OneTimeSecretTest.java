package dev.latchkey.domain.onetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.domain.onetime.OneTimeSecret.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OneTimeSecretTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final SecretId ID = new SecretId("01ARZ3NDEKTSV4RRFFQ69G5FAV");
  private static final OneTimeSecret SECRET = OneTimeSecret.issued(ID, Purpose.SIGN_UP, "12345678", Map.of(), NOON);

  @Test
  void is_taken_by_the_right_answer_once() {
    OneTimeSecret taken = SECRET.presented("12345678", NOON);
    assertThat(taken.state()).isEqualTo(State.TAKEN);
    assertThat(taken.presented("12345678", NOON).state()).isEqualTo(State.TAKEN);
    assertThat(taken.presented("12345678", NOON)).isSameAs(taken);
  }

  @Test
  void is_used_up_by_five_wrong_answers() {
    OneTimeSecret secret = SECRET;
    for (int i = 0; i < 4; i++) {
      secret = secret.presented("00000000", NOON);
      assertThat(secret.state()).isEqualTo(State.OPEN);
    }
    secret = secret.presented("00000000", NOON);
    assertThat(secret.state()).isEqualTo(State.USED_UP);
    assertThat(secret.presented("12345678", NOON).state()).isEqualTo(State.USED_UP);
  }

  @Test
  void expires_for_good_even_if_the_clock_goes_back() {
    OneTimeSecret expired = SECRET.presented("12345678", NOON.plus(Duration.ofMinutes(15)));
    assertThat(expired.state()).isEqualTo(State.EXPIRED);
    assertThat(expired.presented("12345678", NOON).state()).isEqualTo(State.EXPIRED);
  }

  @Test
  void binds_its_hash_to_the_challenge() {
    SecretId other = new SecretId("01ARZ3NDEKTSV4RRFFQ69G5FAW");
    assertThat(OneTimeSecret.issued(other, Purpose.SIGN_UP, "12345678", Map.of(), NOON).hash())
        .isNotEqualTo(SECRET.hash());
  }

  @Test
  void makes_the_former_secret_worthless_when_renewed() {
    OneTimeSecret renewed = SECRET.renewed("87654321", NOON);
    assertThat(renewed.presented("12345678", NOON).state()).isEqualTo(State.OPEN);
    assertThat(renewed.presented("87654321", NOON).state()).isEqualTo(State.TAKEN);
  }

  @Test
  void reads_codes_as_people_paste_them() {
    assertThat(MailedCode.parse(" 1234 5678 ").digits()).isEqualTo("12345678");
    assertThat(MailedCode.parse("1234-5678").digits()).isEqualTo("12345678");
    assertThatThrownBy(() -> MailedCode.parse("1234567")).extracting("field").isEqualTo("code");
    assertThatThrownBy(() -> MailedCode.parse("\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668")).isNotNull();
  }

  @Test
  void keeps_leading_zeros_and_shows_no_code_in_logs() {
    assertThat(MailedCode.random(new Random(1) {
      private static final long serialVersionUID = 1L;

      @Override
      public int nextInt(int bound) {
        return 42;
      }
    }).digits()).isEqualTo("00000042");
    assertThat(new MailedCode("12345678").toString()).doesNotContain("1234");
  }
}
