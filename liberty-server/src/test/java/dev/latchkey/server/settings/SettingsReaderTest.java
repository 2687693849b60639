package dev.latchkey.server.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.latchkey.domain.network.AddressPolicy;
import dev.latchkey.domain.social.SocialClients;
import dev.latchkey.domain.social.SocialProvider;
import dev.latchkey.domain.sso.OidcClient;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsReaderTest {
  @Test
  void needs_no_setting_for_a_trial() {
    Settings settings = read(Map.of());

    assertThat(settings.mode()).isEqualTo(Mode.TRIAL);
    assertThat(settings.listeners().application()).isEqualTo(new Listeners.Address("127.0.0.1", 9080));
    assertThat(settings.listeners().management()).isEqualTo(new Listeners.Address("127.0.0.1", 9990));
    assertThat(settings.publicUrl()).isEqualTo(URI.create("http://localhost:9080"));
    assertThat(settings.appUrl()).isEqualTo(settings.publicUrl());
    assertThat(settings.dataDirectory()).isEqualTo(Path.of("latchkey-data").toAbsolutePath());
    assertThat(settings.database()).isEqualTo(new Database.Embedded());
    assertThat(settings.mail().server()).isEmpty();
    assertThat(settings.sessions().plain().idle()).isEqualTo(Duration.ofHours(12));
    assertThat(settings.sessions().plain().absolute()).isEqualTo(Duration.ofDays(7));
    assertThat(settings.sessions().withMfa().idle()).isEqualTo(Duration.ofHours(1));
    assertThat(settings.sessions().withMfa().absolute()).isEqualTo(Duration.ofHours(24));
    assertThat(settings.passwords().iterations()).isEqualTo(600_000);
    assertThat(settings.passwords().hashThreads()).isPositive();
    assertThat(settings.clients()).isEqualTo(new Settings.Clients(List.of(), 60, true));
    assertThat(settings.dnsServers()).isEmpty();
    assertThat(settings.outbound()).isEqualTo(new AddressPolicy(List.of()).withLoopback());
    assertThat(settings.productName()).isEqualTo("Latchkey");
    assertThat(settings.openSignUp()).isTrue();
  }

  @Test
  void follows_the_port_in_the_public_url_of_a_trial() {
    assertThat(read(Map.of("LATCHKEY_HTTP_PORT", "8081")).publicUrl()).isEqualTo(URI.create("http://localhost:8081"));
  }

  @Test
  void sets_up_the_providers_that_sign_everybody_in(@TempDir Path folder) throws Exception {
    assertThat(read(Map.of()).social()).isEqualTo(SocialClients.NONE);
    Path secret = Files.writeString(folder.resolve("microsoft"), "the secret\n");
    SocialClients social = read(Map.of("LATCHKEY_SOCIAL_GOOGLE_CLIENT_ID", "g", "LATCHKEY_SOCIAL_GOOGLE_CLIENT_SECRET",
        "s", "LATCHKEY_SOCIAL_MICROSOFT_CLIENT_ID", "m", "LATCHKEY_SOCIAL_MICROSOFT_CLIENT_SECRET_FILE",
        secret.toString(), "LATCHKEY_SOCIAL_MICROSOFT_ISSUER", "http://127.0.0.1:9999/common/v2.0")).social();
    assertThat(social.offered()).containsExactly(SocialProvider.GOOGLE, SocialProvider.MICROSOFT);
    OidcClient google = social.of(SocialProvider.GOOGLE).orElseThrow();
    assertThat(google.issuer().value()).isEqualTo("https://accounts.google.com");
    assertThat(google.toString()).doesNotContain("ClientSecret[s]");
    OidcClient microsoft = social.of(SocialProvider.MICROSOFT).orElseThrow();
    assertThat(microsoft.issuer().value()).isEqualTo("http://127.0.0.1:9999/common/v2.0");
    assertThat(microsoft.secret().orElseThrow().value()).isEqualTo("the secret");
    assertThat(read(Map.of("LATCHKEY_SOCIAL_MICROSOFT_CLIENT_ID", "m", "LATCHKEY_SOCIAL_MICROSOFT_CLIENT_SECRET", "s"))
        .social().of(SocialProvider.MICROSOFT).orElseThrow().issuer().value())
        .isEqualTo("https://login.microsoftonline.com/common/v2.0");
  }

  @Test
  void refuses_providers_that_are_set_up_by_half() {
    assertThat(problems(Map.of("LATCHKEY_SOCIAL_GOOGLE_CLIENT_ID", "g"))).containsExactly(
        "LATCHKEY_SOCIAL_GOOGLE_CLIENT_ID and LATCHKEY_SOCIAL_GOOGLE_CLIENT_SECRET must be set together");
    assertThat(problems(Map.of("LATCHKEY_SOCIAL_MICROSOFT_CLIENT_SECRET", "s"))).singleElement().asString()
        .startsWith("LATCHKEY_SOCIAL_MICROSOFT_CLIENT_ID and LATCHKEY_SOCIAL_MICROSOFT_CLIENT_SECRET");
    assertThat(problems(Map.of("LATCHKEY_SOCIAL_GOOGLE_ISSUER", "http://10.0.0.1", "LATCHKEY_SOCIAL_GOOGLE_CLIENT_ID",
        " ", "LATCHKEY_SOCIAL_MICROSOFT_ISSUER", "no URL"))).hasSize(2)
        .anySatisfy(it -> assertThat(it).startsWith("LATCHKEY_SOCIAL_GOOGLE_ISSUER can't be used"))
        .anySatisfy(it -> assertThat(it).startsWith("LATCHKEY_SOCIAL_MICROSOFT_ISSUER can't be used"));
  }

  @Test
  void takes_name_servers_with_and_without_a_port() {
    assertThat(read(Map.of("LATCHKEY_DNS_SERVERS", "192.0.2.53, 192.0.2.54:5353,2001:db8::53,[2001:db8::54]:5353"))
        .dnsServers()).containsExactly(new InetSocketAddress("192.0.2.53", 53),
            new InetSocketAddress("192.0.2.54", 5353),
            new InetSocketAddress("2001:db8::53", 53), new InetSocketAddress("2001:db8::54", 5353));
  }

  @Test
  void takes_blank_for_unset() {
    assertThat(read(Map.of("LATCHKEY_DB_URL", " ", "LATCHKEY_SMTP_HOST", "")).database())
        .isEqualTo(new Database.Embedded());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "LATCHKEY_MODE | prod | is \"prod\", but must be one of trial, production",
    "LATCHKEY_HTTP_PORT | 70000 | is \"70000\", but must be a number from 1 to 65535",
    "LATCHKEY_MANAGEMENT_PORT | x:y | is \"x:y\", but must be a port or address:port such as 127.0.0.1:9990",
    "LATCHKEY_OUTBOUND_ALLOW | 10.0.0.0/8, a host | is \"a host\", but must be a network",
    "LATCHKEY_SESSION_IDLE | PT0S | is \"PT0S\", but must be a duration such as PT12H, P7D or PT90S",
    "LATCHKEY_SESSION_MAX | PT1H | must not be longer",
    "LATCHKEY_TRUSTED_PROXIES | proxy.example | is \"proxy.example\", but must be a network such as 10.0.0.0/8",
    "LATCHKEY_TRUSTED_PROXIES | 10.0.0.0/33 | is \"10.0.0.0/33\", but must be a network such as 10.0.0.0/8",
    "LATCHKEY_MAIL_FROM | nobody | is \"nobody\", but must be an e-mail address",
    "LATCHKEY_APP_URL | ftp://example.com | is \"ftp://example.com\", but must be an address",
    "LATCHKEY_DB_USER | latchkey | LATCHKEY_DB_URL is missing",
    "LATCHKEY_SMTP_USER | latchkey | and LATCHKEY_SMTP_PASSWORD must be set together",
    "LATCHKEY_SMTP_HOST | mail.example.com | LATCHKEY_MAIL_FROM is missing",
    "LATCHKEY_DNS_SERVERS | 10.0.0.53:x | is \"10.0.0.53:x\", but must be a name server such as 10.0.0.53",
    "LATCHKEY_DNS_SERVERS | 10.0.0.53:70000 | but must be a name server such as 10.0.0.53 or 10.0.0.53:53",
    "LATCHKEY_DNS_SERVERS | :53 | is \":53\", but must be a name server",
    "LATCHKEY_MODDE | trial | is not a setting of Latchkey"})
  void refuses_a_bad_value_in_one_line_that_names_the_setting(String name, String value, String line) {
    assertThat(problems(Map.of(name, value))).singleElement().asString().contains("LATCHKEY_").contains(line);
  }

  @ParameterizedTest
  @ValueSource(strings = {"login.example.com", "https://login.example.com/path", "https://login.example.com?a=b",
    "https://user@login.example.com", "https://login.example.com#top", "javascript:alert(1)", "https://"})
  void takes_nothing_but_an_origin_for_the_public_url(String url) {
    assertThat(problems(Map.of("LATCHKEY_PUBLIC_URL", url))).singleElement().asString()
        .startsWith("LATCHKEY_PUBLIC_URL is");
  }

  @ParameterizedTest
  @CsvSource({"https://Login.Example.com/, https://login.example.com", "HTTPS://a.example:443, https://a.example",
    "https://a.example:8443/, https://a.example:8443"})
  void writes_the_public_url_as_browsers_do(String written, URI origin) {
    assertThat(read(Map.of("LATCHKEY_PUBLIC_URL", written)).publicUrl()).isEqualTo(origin);
  }

  @Test
  void tells_everything_that_is_wrong_at_once() {
    assertThat(problems(Map.of("LATCHKEY_HTTP_PORT", "x", "LATCHKEY_SESSION_MAX", "y", "LATCHKEY_Z", "z"))).hasSize(3);
  }

  @Test
  void never_repeats_a_secret() {
    Map<String, String> environment = Map.of("LATCHKEY_DB_URL", "jdbc:mysql://db?password=hidden",
        "LATCHKEY_DB_USER", "me", "LATCHKEY_DB_PASSWORD", "hidden");
    assertThat(problems(environment)).singleElement().asString().doesNotContain("hidden");

    Map<String, String> right = with(environment, "LATCHKEY_DB_URL", "jdbc:postgresql://db/x?password=hidden");
    assertThat(read(right).toString()).doesNotContain("hidden");
  }

  @Test
  void ignores_what_kubernetes_puts_beside_a_service_of_our_name() {
    read(Map.of("LATCHKEY_SERVICE_HOST", "10.0.0.1", "LATCHKEY_SERVICE_PORT", "80", "LATCHKEY_SERVICE_PORT_HTTP", "80",
        "LATCHKEY_PORT", "tcp://10.0.0.1:80", "LATCHKEY_PORT_80_TCP", "tcp://10.0.0.1:80",
        "LATCHKEY_PORT_80_TCP_ADDR", "10.0.0.1", "LATCHKEY_DB_PORT", "tcp://10.0.0.2:5432",
        "LATCHKEY_DB_SERVICE_HOST", "10.0.0.2"));
  }

  @Test
  void names_settings_that_have_no_effect_yet() {
    SettingsReader reader = new SettingsReader(Map.of("LATCHKEY_RECOVERY", "true"), Map.of());
    reader.read();
    assertThat(reader.withoutEffect()).containsExactly("LATCHKEY_RECOVERY");
  }

  @Test
  void prefers_system_properties_to_the_environment_to_the_file(@TempDir Path folder) throws Exception {
    Path config = Files.writeString(folder.resolve("latchkey.properties"), """
        LATCHKEY_PRODUCT_NAME=from file
        LATCHKEY_HTTP_PORT=1
        LATCHKEY_ADDRESS_LIMIT=7
        """);
    Map<String, String> environment = Map.of("LATCHKEY_CONFIG", config.toString(), "LATCHKEY_HTTP_PORT", "2",
        "LATCHKEY_PRODUCT_NAME", "from environment");

    Settings settings = new SettingsReader(environment, Map.of("LATCHKEY_PRODUCT_NAME", "from property")).read();

    assertThat(settings.productName()).isEqualTo("from property");
    assertThat(settings.listeners().application().port()).isEqualTo(2);
    assertThat(settings.clients().triesPerMinute()).isEqualTo(7);
  }

  @Test
  void refuses_a_file_with_other_names_and_one_that_is_not_there(@TempDir Path folder) throws Exception {
    Path config = Files.writeString(folder.resolve("latchkey.properties"), "http.port=1");
    assertThat(problems(Map.of("LATCHKEY_CONFIG", config.toString()))).singleElement().asString()
        .startsWith("http.port in " + config);
    assertThat(problems(Map.of("LATCHKEY_CONFIG", folder.resolve("absent").toString()))).singleElement().asString()
        .startsWith("LATCHKEY_CONFIG names");
  }

  @Test
  void reads_a_secret_from_a_file_of_its_own(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("password"), "s3cret\n");
    Map<String, String> environment = Map.of("LATCHKEY_DB_URL", "jdbc:postgresql://db/latchkey", "LATCHKEY_DB_USER",
        "me", "LATCHKEY_DB_PASSWORD_FILE", file.toString());

    assertThat(read(environment).database())
        .isEqualTo(new Database.External("jdbc:postgresql://db/latchkey", "me", new Secret("s3cret")));
    assertThat(problems(with(environment, "LATCHKEY_DB_PASSWORD", "other"))).singleElement().asString()
        .contains("are both set");
    assertThat(problems(with(environment, "LATCHKEY_DB_PASSWORD_FILE", folder.resolve("absent").toString())))
        .singleElement().asString().contains("can't be read");
  }

  @Test
  void reads_no_file_for_what_is_no_secret() {
    assertThat(problems(Map.of("LATCHKEY_HTTP_PORT_FILE", "port"))).singleElement().asString()
        .contains("LATCHKEY_HTTP_PORT_FILE is not a setting");
  }

  private static Settings read(Map<String, String> environment) {
    return new SettingsReader(environment, Map.of()).read();
  }

  private static List<String> problems(Map<String, String> environment) {
    return catchThrowableOfType(InvalidSettings.class, () -> read(environment)).problems();
  }

  private static Map<String, String> with(Map<String, String> environment, String name, String value) {
    Map<String, String> changed = new HashMap<>(environment);
    changed.put(name, value);
    return changed;
  }
}
