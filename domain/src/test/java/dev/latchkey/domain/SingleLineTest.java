package dev.latchkey.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SingleLineTest {
  @Test
  void strips_and_composes() {
    assertThat(SingleLine.require("name", "  Zoe\u0308 ", 10)).isEqualTo("Zo\u00EB");
  }

  @Test
  void counts_code_points_not_chars() {
    assertThat(SingleLine.require("name", "\uD83D\uDD11".repeat(10), 10)).hasSize(20);
    assertThatThrownBy(() -> SingleLine.require("name", "a".repeat(11), 10)).extracting("code").isEqualTo("TOO_LONG");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "a\r\nb", "a\u0000b", "a\u202Eb", "a\u2028b", "a\uD800b", "a\u200Bb"})
  void refuses_what_could_hide_or_reorder_text(String value) {
    assertThatThrownBy(() -> SingleLine.require("name", value, 10)).extracting("code")
        .isEqualTo("FORBIDDEN_CHARACTER");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "a\r\nb", "a\u0000b", "a\u202Eb", "a\u2028b", "a\uD800b"})
  void quotes_what_others_say_without_what_could_hide_or_reorder_it(String words) {
    assertThat(SingleLine.quoted(words, 10)).startsWith("a").endsWith("b").doesNotContainPattern("[\\p{C}\\p{Zl}]");
  }

  @Test
  void quotes_no_more_of_what_others_say_than_fits() {
    assertThat(SingleLine.quoted("Zo\u00EB: it's fine.", 20)).isEqualTo("Zo\u00EB: it's fine.");
    assertThat(SingleLine.quoted("\uD83D\uDD11".repeat(900_000), 10)).isEqualTo("\uD83D\uDD11".repeat(4) + " …");
    assertThat(SingleLine.quoted("x".repeat(11), 10)).isEqualTo("x".repeat(9) + "…");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "\u2003"})
  void refuses_nothing_at_all(String value) {
    assertThatThrownBy(() -> SingleLine.require("name", value, 10)).extracting("code").isEqualTo("REQUIRED");
  }
}
