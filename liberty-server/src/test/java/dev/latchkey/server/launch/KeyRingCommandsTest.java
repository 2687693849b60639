package dev.latchkey.server.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.adapter.persistence.migration.Migrations;
import dev.latchkey.adapter.persistence.vault.KeyRing;
import dev.latchkey.adapter.persistence.vault.RowIdentity;
import dev.latchkey.adapter.persistence.vault.SecretVault;
import dev.latchkey.server.e2e.TestDatabase;
import dev.latchkey.server.settings.Database;
import dev.latchkey.server.settings.Secret;
import dev.latchkey.server.settings.SettingsReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRingCommandsTest {
  private static final RowIdentity MAIL = new RowIdentity("trial_mail", "sealed_content", "01KA2P7X9QJ4T8V0M6ZC3E5R1D");
  private static final byte[] SECRET = "secret".getBytes(StandardCharsets.US_ASCII);

  @TempDir
  private Path folder;
  private Path file;

  @BeforeEach
  void newKeyRing() {
    file = folder.resolve("keyring.json");
    assertThat(run(Map.of(), "new-key-ring")).contains(file.toString(), "Keep a copy");
  }

  @Test
  void a_ring_that_is_there_is_not_made_anew() throws IOException {
    String before = Files.readString(file);
    assertThatThrownBy(() -> run(Map.of(), "new-key-ring")).isInstanceOf(LaunchFailure.class)
        .hasMessageContaining("exists already");
    assertThat(Files.readString(file)).isEqualTo(before);
  }

  @Test
  void a_key_is_rotated_out_without_losing_what_it_sealed() throws SQLException, IOException {
    try (TestDatabase database = TestDatabase.start()) {
      Map<String, String> settings = settingsOf(database);
      migrate(database);
      store(database, new SecretVault(KeyRing.open(file)).seal(MAIL, SECRET));

      run(settings, "add-key");
      assertThatThrownBy(() -> run(settings, "add-key")).hasMessageContaining("There is a next key already");
      assertThatThrownBy(() -> run(settings, "drop-old-keys")).hasMessageContaining("run rotate-key-ring first");
      run(settings, "rotate-key-ring");
      assertThatThrownBy(() -> run(settings, "drop-old-keys")).isInstanceOf(LaunchFailure.class)
          .hasMessage("1 secrets in " + database.url() + " are still sealed with old keys; run reseal first");
      assertThat(run(settings, "reseal")).startsWith("1 secrets are sealed");
      assertThat(run(settings, "reseal")).startsWith("0 secrets are sealed");
      assertThat(run(settings, "drop-old-keys")).startsWith("1 old keys are dropped; nothing in ")
          .contains(database.url(), file + ".old");

      assertThat(KeyRing.open(file).size()).isEqualTo(1);
      assertThat(new SecretVault(KeyRing.open(file)).open(MAIL, stored(database))).isEqualTo(SECRET);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
      try (Stream<Path> files = Files.list(folder)) {
        assertThat(files).containsExactlyInAnyOrder(file, folder.resolve("keyring.json.old"));
      }
      assertThat(KeyRing.open(folder.resolve("keyring.json.old")).size()).isEqualTo(2);
    }
  }

  @Test
  void no_key_is_dropped_by_the_word_of_another_database_or_of_another_ring() throws SQLException {
    try (TestDatabase database = TestDatabase.start(); TestDatabase another = TestDatabase.start()) {
      migrate(database);
      migrate(another);
      store(database, new SecretVault(KeyRing.open(file)).seal(MAIL, SECRET));
      run(settingsOf(database), "rotate-key-ring");
      assertThatThrownBy(() -> run(settingsOf(another), "drop-old-keys")).isInstanceOf(LaunchFailure.class)
          .hasMessageContaining("nothing in " + another.url());
      run(settingsOf(database), "reseal");
      Map<String, String> otherRing = new HashMap<>(settingsOf(database));
      otherRing.put("LATCHKEY_KEYRING", folder.resolve("other.json").toString());
      assertThatThrownBy(() -> run(otherRing, "drop-old-keys")).isInstanceOf(LaunchFailure.class)
          .hasMessageContaining("LATCHKEY_KEYRING is " + folder.resolve("other.json"));
      assertThat(KeyRing.open(file).size()).isEqualTo(2);
      run(settingsOf(database), "drop-old-keys");
    }
  }

  private Map<String, String> settingsOf(TestDatabase database) {
    return Map.of("LATCHKEY_DB_URL", database.url(), "LATCHKEY_DB_USER", database.user(), "LATCHKEY_DB_PASSWORD",
        database.password(), "LATCHKEY_KEYRING", file.toString());
  }

  private static void migrate(TestDatabase database) {
    new Migrations(DatabasePreparation.connect(
        new Database.External(database.url(), database.user(), new Secret(database.password())))).apply();
  }

  @Test
  void one_command_rotates_where_there_is_one_node() {
    SecretVault before = new SecretVault(KeyRing.open(file));
    byte[] old = before.seal(MAIL, SECRET);
    run(Map.of(), "rotate-key-ring");
    SecretVault after = new SecretVault(KeyRing.open(file));
    assertThat(after.open(MAIL, old)).isEqualTo(SECRET);
    byte[] sealedNow = after.seal(MAIL, SECRET);
    assertThatThrownBy(() -> before.open(MAIL, sealedNow)).isInstanceOf(SecretVault.Unreadable.class);
  }

  @Test
  void other_words_are_explained_and_a_missing_ring_is_named() {
    assertThatThrownBy(() -> run(Map.of(), "polish")).hasMessageContaining("rotate-key-ring FILE");
    assertThatThrownBy(() -> new KeyRingCommands(reader(Map.of()), folder).run(List.of("rotate-key-ring")))
        .hasMessageContaining("start without arguments");
    file = folder.resolve("missing.json");
    assertThatThrownBy(() -> run(Map.of(), "rotate-key-ring")).isInstanceOf(LaunchFailure.class)
        .hasMessageContaining(file.toString());
  }

  private String run(Map<String, String> settings, String command) {
    return new KeyRingCommands(reader(settings), folder).run(List.of(command, file.toString()));
  }

  private static SettingsReader reader(Map<String, String> settings) {
    return new SettingsReader(settings, Map.of());
  }

  private static void store(TestDatabase database, byte[] sealed) throws SQLException {
    try (Connection connection = database.connect();
        PreparedStatement insert = connection.prepareStatement(
            "INSERT INTO trial_mail (id, recipient, sealed_content, expires_at, sent_at) "
                + "VALUES (?, 'ada@example.com', ?, now(), now())")) {
      insert.setString(1, MAIL.id());
      insert.setBytes(2, sealed);
      insert.executeUpdate();
    }
  }

  private static byte[] stored(TestDatabase database) throws SQLException {
    try (Connection connection = database.connect();
        PreparedStatement select = connection.prepareStatement("SELECT sealed_content FROM trial_mail");
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getBytes(1);
    }
  }
}
