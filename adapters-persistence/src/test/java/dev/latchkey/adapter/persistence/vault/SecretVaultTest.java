package dev.latchkey.adapter.persistence.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretVaultTest {
  private static final RowIdentity PLACE = new RowIdentity("one_time_secret", "sealed_facts", "id-1");
  private static final byte[] SECRET = "secret".getBytes(StandardCharsets.UTF_8);

  private final SecretVault vault = new SecretVault(KeyRing.fresh());

  @Test
  void opens_what_it_sealed_where_it_stands() {
    assertThat(vault.open(PLACE, vault.seal(PLACE, SECRET))).isEqualTo(SECRET);
  }

  @Test
  void opens_nothing_anywhere_else() {
    byte[] sealed = vault.seal(PLACE, SECRET);
    for (RowIdentity elsewhere : List.of(new RowIdentity("one_time_secret", "sealed_facts", "id-2"),
        new RowIdentity("one_time_secret", "sealed_hash", "id-1"),
        new RowIdentity("mail_outbox", "sealed_facts", "id-1"))) {
      assertThatThrownBy(() -> vault.open(elsewhere, sealed)).isInstanceOf(SecretVault.Unreadable.class);
    }
  }

  @Test
  void opens_nothing_that_was_changed() {
    byte[] sealed = vault.seal(PLACE, SECRET);
    for (int i = 0; i < sealed.length; i++) {
      byte[] changed = sealed.clone();
      changed[i] ^= 1;
      assertThatThrownBy(() -> vault.open(PLACE, changed)).isInstanceOf(SecretVault.Unreadable.class);
    }
    assertThatThrownBy(() -> vault.open(PLACE, new byte[0])).isInstanceOf(SecretVault.Unreadable.class);
  }

  @Test
  void seals_the_same_secret_differently_each_time() {
    assertThat(vault.seal(PLACE, SECRET)).isNotEqualTo(vault.seal(PLACE, SECRET));
  }

  @Test
  void keeps_named_texts_of_any_script_and_length() {
    Map<String, String> texts = Map.of("name", "Zoë 株式会社 \uD83D\uDD11", "", "", "html", "x".repeat(100_000));
    assertThat(vault.openAll(PLACE, vault.sealAll(PLACE, texts))).isEqualTo(texts);
    assertThat(vault.openAll(PLACE, vault.sealAll(PLACE, Map.of()))).isEmpty();
  }
}
