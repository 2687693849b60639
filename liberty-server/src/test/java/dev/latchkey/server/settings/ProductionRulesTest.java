package dev.latchkey.server.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProductionRulesTest {
  @TempDir
  Path folder;

  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void everything_that_production_needs() throws Exception {
    environment.putAll(Map.of(
        "LATCHKEY_MODE", "production",
        "LATCHKEY_PUBLIC_URL", "https://login.example.com",
        "LATCHKEY_TRUSTED_PROXIES", "10.0.0.0/8, 2001:db8::/32",
        "LATCHKEY_DB_URL", "jdbc:postgresql://db/latchkey",
        "LATCHKEY_DB_USER", "latchkey",
        "LATCHKEY_KEYRING", Files.writeString(folder.resolve("keys"), "{}").toString(),
        "LATCHKEY_SMTP_HOST", "mail.example.com",
        "LATCHKEY_MAIL_FROM", "login@example.com"));
  }

  @Test
  void starts_with_all_of_it_and_listens_everywhere_but_lets_nobody_sign_up() {
    Settings settings = new SettingsReader(environment, Map.of()).read();

    assertThat(settings.listeners().application().host()).isEqualTo("0.0.0.0");
    assertThat(settings.listeners().management().host()).isEqualTo("127.0.0.1");
    assertThat(settings.openSignUp()).isFalse();
    assertThat(settings.clients().loopbackExempt()).isFalse();
    assertThat(settings.mail().server()).hasValueSatisfying(server -> {
      assertThat(server.port()).isEqualTo(587);
      assertThat(server.encryption()).isEqualTo(Mail.Encryption.STARTTLS);
    });
  }

  @Test
  void refuses_to_start_with_nothing_but_the_mode() {
    environment.keySet().removeIf(name -> !name.equals("LATCHKEY_MODE"));
    assertThat(problems()).hasSize(5);
  }

  @Test
  void refuses_the_embedded_database() {
    environment.remove("LATCHKEY_DB_URL");
    environment.remove("LATCHKEY_DB_USER");
    assertRefused("LATCHKEY_DB_URL is missing");
  }

  @Test
  void refuses_to_guess_its_own_address() {
    environment.remove("LATCHKEY_PUBLIC_URL");
    assertRefused("LATCHKEY_PUBLIC_URL is missing");
  }

  @Test
  void refuses_a_public_address_without_tls() {
    environment.put("LATCHKEY_PUBLIC_URL", "http://login.example.com");
    assertRefused("LATCHKEY_PUBLIC_URL must begin with https://");
  }

  @Test
  void refuses_to_be_reached_without_a_proxy_that_speaks_tls() {
    environment.remove("LATCHKEY_TRUSTED_PROXIES");
    assertRefused("LATCHKEY_TRUSTED_PROXIES is missing");
  }

  @Test
  void refuses_to_make_up_keys() {
    environment.remove("LATCHKEY_KEYRING");
    assertRefused("LATCHKEY_KEYRING is missing");
  }

  @Test
  void refuses_a_key_ring_that_is_not_there() {
    environment.put("LATCHKEY_KEYRING", folder.resolve("absent").toString());
    assertRefused("LATCHKEY_KEYRING names " + folder.resolve("absent"));
  }

  @Test
  void refuses_to_run_without_a_mail_server() {
    environment.remove("LATCHKEY_SMTP_HOST");
    assertRefused("LATCHKEY_SMTP_HOST is missing");
  }

  @Test
  void refuses_cheap_password_hashes() {
    environment.put("LATCHKEY_PASSWORD_ITERATIONS", "599999");
    assertRefused("LATCHKEY_PASSWORD_ITERATIONS must be at least 600000");
  }

  private void assertRefused(String line) {
    assertThat(problems()).singleElement().asString().startsWith(line);
  }

  private List<String> problems() {
    return catchThrowableOfType(InvalidSettings.class, () -> new SettingsReader(environment, Map.of()).read())
        .problems();
  }
}
