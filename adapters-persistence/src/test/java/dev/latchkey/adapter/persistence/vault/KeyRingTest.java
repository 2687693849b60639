package dev.latchkey.adapter.persistence.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import dev.latchkey.application.contract.Together;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRingTest {
  private static final RowIdentity PLACE = new RowIdentity("table", "column", "id");
  private static final byte[] SECRET = "secret".getBytes(StandardCharsets.UTF_8);

  @TempDir
  private Path folder;

  @Test
  void is_made_at_the_first_use_readable_by_its_owner_only() throws Exception {
    Path file = folder.resolve("below").resolve("keyring.json");
    KeyRing.openOrCreate(file);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
    try (Stream<Path> files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void is_the_same_after_a_restart() {
    Path file = folder.resolve("keyring.json");
    byte[] sealed = new SecretVault(KeyRing.openOrCreate(file)).seal(PLACE, SECRET);
    assertThat(new SecretVault(KeyRing.openOrCreate(file)).open(PLACE, sealed)).isEqualTo(SECRET);
    assertThat(new SecretVault(KeyRing.open(file)).open(PLACE, sealed)).isEqualTo(SECRET);
  }

  @Test
  void is_the_same_for_all_who_make_it_at_once() {
    Path file = folder.resolve("keyring.json");
    List<SecretVault> vaults = Together.run(16, () -> new SecretVault(KeyRing.openOrCreate(file)));
    byte[] sealed = vaults.getFirst().seal(PLACE, SECRET);
    assertThat(vaults).allMatch(vault -> vault.open(PLACE, sealed).length == SECRET.length);
  }

  @Test
  void names_the_file_that_is_missing_or_no_key_ring() throws Exception {
    Path missing = folder.resolve("missing.json");
    assertThatThrownBy(() -> KeyRing.open(missing)).isInstanceOf(KeyRing.Unusable.class)
        .hasMessageContaining(missing.toString());
    Path broken = Files.writeString(folder.resolve("broken.json"), "{}");
    assertThatThrownBy(() -> KeyRing.openOrCreate(broken)).isInstanceOf(KeyRing.Unusable.class)
        .hasMessageContaining(broken.toString());
  }

  @Test
  void opens_what_a_former_primary_key_sealed_and_seals_with_the_new_one() throws Exception {
    KeysetHandle before = newKey();
    KeysetHandle rotated = KeysetHandle.newBuilder(before)
        .addEntry(KeysetHandle.importKey(newKey().getPrimary().getKey()).makePrimary()).build();
    SecretVault old = new SecretVault(KeyRing.open(written("before.json", before)));
    SecretVault now = new SecretVault(KeyRing.open(written("rotated.json", rotated)));
    assertThat(now.open(PLACE, old.seal(PLACE, SECRET))).isEqualTo(SECRET);
    byte[] sealedNow = now.seal(PLACE, SECRET);
    assertThatThrownBy(() -> old.open(PLACE, sealedNow)).isInstanceOf(SecretVault.Unreadable.class);
  }

  private static KeysetHandle newKey() throws GeneralSecurityException {
    return KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get());
  }

  private Path written(String name, KeysetHandle keys) throws Exception {
    return Files.writeString(folder.resolve(name), json(keys));
  }

  private static String json(KeysetHandle keys) throws GeneralSecurityException {
    return TinkJsonProtoKeysetFormat.serializeKeyset(keys, AeadConfig2026.get(), InsecureSecretKeyAccess.get());
  }
}
