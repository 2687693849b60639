package dev.latchkey.domain.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PasswordTest {
  private static final PasswordPolicy.Blocklist NONE = (password, words) -> Optional.empty();

  @Test
  void is_the_same_however_its_letters_are_composed() {
    assertThat(new Password("pa\u0308ss")).isEqualTo(new Password("p\u00E4ss"));
  }

  @Test
  void keeps_every_character() {
    assertThat(new Password("  spaced out  ").value()).isEqualTo("  spaced out  ");
    assertThat(new Password("x".repeat(256)).value()).hasSize(256);
    assertThatThrownBy(() -> new Password("x".repeat(257))).extracting("code").isEqualTo("TOO_LONG");
  }

  @Test
  void does_not_show_itself() {
    assertThat(new Password("correct horse").toString()).doesNotContain("horse");
  }

  @Test
  void is_long_enough_from_fifteen_code_points_on_and_from_eight_beside_a_second_factor() {
    String keys = "\uD83D\uDD11".repeat(14);
    assertThat(check(keys, false)).isEqualTo("TOO_SHORT");
    assertThat(check(keys + "x", false)).isEqualTo("fine");
    assertThat(check("kzqwvmp", true)).isEqualTo("TOO_SHORT");
    assertThat(check("kzqwvmpx", true)).isEqualTo("fine");
  }

  @Test
  void is_refused_when_little_is_left_without_the_persons_own_words() {
    assertThat(check("Ada.Lovelace@example.com1", false, "Ada Lovelace", "ada.lovelace@example.com"))
        .isEqualTo("OWN_NAME");
    assertThat(check("lovelace walks on winter roads", false, "Ada Lovelace")).isEqualTo("fine");
  }

  @Test
  void is_refused_when_the_blocklist_knows_it() {
    assertThat(PasswordPolicy.check(new Password("x".repeat(15)), false, List.of(), (p, w) -> Optional.of("Known.")))
        .get().extracting(PasswordPolicy.Rejection::code).isEqualTo("TOO_COMMON");
  }

  private static String check(String password, boolean withMfa, String... ownWords) {
    return PasswordPolicy.check(new Password(password), withMfa, List.of(ownWords), NONE)
        .map(PasswordPolicy.Rejection::code).orElse("fine");
  }
}
