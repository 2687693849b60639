package dev.latchkey.adapter.idp.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.domain.account.PasswordHash;
import dev.latchkey.domain.signin.Password;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class Pbkdf2PasswordHasherTest {
  private static final int COST = 10;
  private static final Password PASSWORD = new Password("seven quiet lamps");

  private final List<Integer> derivations = new ArrayList<>();
  private final Pbkdf2PasswordHasher hasher = hasher(COST);

  @Test
  void matches_the_same_password_and_no_other() {
    PasswordHash stored = hasher.hash(PASSWORD);
    assertThat(hasher.matches(PASSWORD, Optional.of(stored))).isTrue();
    assertThat(hasher.matches(new Password("seven quiet lamps "), Optional.of(stored))).isFalse();
    assertThat(hasher.matches(new Password("Seven quiet lamps"), Optional.of(stored))).isFalse();
  }

  @Test
  void stores_algorithm_cost_salt_and_key_readably_for_others() {
    assertThat(hasher.hash(PASSWORD).encoded())
        .matches("\\$pbkdf2-sha256\\$i=10\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
  }

  @Test
  void salts_each_password_anew() {
    assertThat(hasher.hash(PASSWORD)).isNotEqualTo(hasher.hash(PASSWORD));
  }

  @Test
  void derives_the_key_of_a_known_answer() {
    // PBKDF2-HMAC-SHA-256 test vector, RFC 7914 §11 (P="passwd", S="salt", c=1), its first 32 bytes.
    byte[] key = KeyDerivation.pbkdf2(new Password("passwd"), "salt".getBytes(StandardCharsets.US_ASCII), 1);
    assertThat(key).asHexString()
        .isEqualToIgnoringCase("55AC046E56E3089FEC1691C22544B605F94185216DDE0465E68B9D57C20DACBC");
  }

  @Test
  void takes_every_character_of_a_password_as_utf_8() throws Exception {
    String text = "Zoë 株式会社 \uD83D\uDD11 ключ";
    byte[] salt = new byte[16];
    assertThat(KeyDerivation.pbkdf2(new Password(text), salt, 1))
        .isEqualTo(oneIteration(text.getBytes(StandardCharsets.UTF_8), salt));
  }

  @Test
  void takes_decomposed_and_composed_letters_for_the_same() {
    PasswordHash stored = hasher.hash(new Password("Zoe\u0308 quiet lamps"));
    assertThat(hasher.matches(new Password("Zo\u00eb quiet lamps"), Optional.of(stored))).isTrue();
  }

  @Test
  void distinguishes_passwords_by_their_last_character_however_long() {
    String long255 = "x".repeat(255);
    PasswordHash stored = hasher.hash(new Password(long255 + "a"));
    assertThat(hasher.matches(new Password(long255 + "b"), Optional.of(stored))).isFalse();
    assertThat(hasher.matches(new Password(long255 + "a"), Optional.of(stored))).isTrue();
  }

  @Test
  void does_the_same_work_when_nothing_is_stored() {
    PasswordHash stored = hasher.hash(PASSWORD);
    derivations.clear();
    assertThat(hasher.matches(new Password("wrong"), Optional.of(stored))).isFalse();
    assertThat(hasher.matches(new Password("wrong"), Optional.empty())).isFalse();
    assertThat(derivations).containsExactly(COST, COST);
  }

  @Test
  void accepts_a_password_stored_at_another_cost_and_calls_it_outdated_only_when_cheaper() {
    PasswordHash stored = hasher.hash(PASSWORD);
    Pbkdf2PasswordHasher stricter = hasher(COST + 1);
    assertThat(stricter.matches(PASSWORD, Optional.of(stored))).isTrue();
    assertThat(stricter.isOutdated(stored)).isTrue();
    assertThat(hasher.isOutdated(stored)).isFalse();
    assertThat(hasher(COST - 1).isOutdated(stored)).isFalse();
  }

  @Test
  void refuses_a_stored_form_that_it_never_wrote() {
    for (String odd : List.of("$argon2id$v=19$x", "$pbkdf2-sha256$i=0$AAAA$AAAA", "$pbkdf2-sha256$i=1$$AAAA")) {
      assertThatThrownBy(() -> hasher.matches(PASSWORD, Optional.of(new PasswordHash(odd))))
          .isInstanceOf(IllegalArgumentException.class).hasMessageNotContaining("AAAA");
    }
  }

  private Pbkdf2PasswordHasher hasher(int cost) {
    return new Pbkdf2PasswordHasher(cost, new Turnstile(1), new SecureRandom(), (password, salt, iterations) -> {
      derivations.add(iterations);
      return KeyDerivation.pbkdf2(password, salt, iterations);
    });
  }

  /** RFC 8018 §5.2 with one iteration and one block: HMAC(password, salt ‖ 1). */
  private static byte[] oneIteration(byte[] password, byte[] salt) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(password, "RAW"));
    mac.update(salt);
    return mac.doFinal(new byte[]{0, 0, 0, 1});
  }
}
