package dev.latchkey.adapter.idp.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.latchkey.domain.signin.Password;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZxcvbnBlocklistTest {
  private final ZxcvbnBlocklist blocklist = new ZxcvbnBlocklist(new Turnstile(1));

  @ParameterizedTest
  @CsvSource({"passwordpassword, repeats", "P@ssw0rdP@ssw0rd, repeats", "abcdefghijklmnop, counts on",
    "ThisIsMyPassword, common", "Password12345678, common"})
  void refuses_what_attackers_try_first_and_says_why(String password, String why) {
    assertThat(blocklist.reasonAgainst(new Password(password), List.of()).orElseThrow()).contains(why)
        .contains("unrelated words");
  }

  @ParameterizedTest
  @ValueSource(strings = {"seven quiet lamps", "correct horse battery staple", "zx8Kq!m2Lw9vB4t",
    "mein hund bellt nachts", "мой пёс лает по ночам"})
  void lets_a_few_unrelated_words_and_random_characters_pass(String password) {
    assertThat(blocklist.reasonAgainst(new Password(password), List.of())).isEmpty();
  }

  @Test
  void refuses_the_persons_own_words() {
    Password password = new Password("xantrefluss2026");
    assertThat(blocklist.reasonAgainst(password, List.of("zoe@example.com", "Xantrefluss GmbH")).orElseThrow())
        .contains("your own");
    assertThat(blocklist.reasonAgainst(password, List.of())).isEmpty();
  }

  @Test
  void refuses_a_long_repetition() {
    assertThat(blocklist.reasonAgainst(new Password("password".repeat(12)), List.of())).isPresent();
  }

  @Test
  void accepts_a_weak_beginning_before_a_strong_end() {
    assertThat(blocklist.reasonAgainst(new Password("a".repeat(100) + "kettle purple radio under seven ovens"),
        List.of())).isEmpty();
  }

  @Test
  void is_not_kept_busy_by_texts_made_to_keep_it_busy() {
    Password hostile = new Password("4@8({[<369&#!1|0$5+7%2/".repeat(12).substring(0, 256));
    // Uncut, this one takes more than ten times as long.
    assertTimeoutPreemptively(Duration.ofSeconds(20), () -> blocklist.reasonAgainst(hostile, List.of()));
  }
}
