package dev.latchkey.server.settings;

import dev.latchkey.domain.network.AddressPolicy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The one reader of settings. The launcher calls it before anything else happens, the application again for its wiring;
 * both see the same.
 */
public final class SettingsReader {
  /** Agreed names whose features are still to come: no typing errors, but without effect. */
  private static final Set<String> TO_COME = Set.of("LATCHKEY_BOOTSTRAP_ADMIN_EMAIL",
      "LATCHKEY_BOOTSTRAP_ADMIN_PASSWORD", "LATCHKEY_GRAPH_BASE_URL",
      "LATCHKEY_GRAPH_AUTHORITY", "LATCHKEY_RECOVERY");

  /** Names that are read before the settings are, by the launcher. */
  private static final Set<String> READ_ELSEWHERE = Set.of("LATCHKEY_CONFIG", "LATCHKEY_RUNTIME_DIR",
      "LATCHKEY_EXIT_WITH_PARENT");

  private enum SignUp {
    OPEN, CLOSED
  }

  private final WrittenSettings source;

  public SettingsReader(Map<String, String> environment, Map<String, String> systemProperties) {
    source = new WrittenSettings(environment, systemProperties);
  }

  /** A reader of what this process was started with. */
  public static SettingsReader ofThisProcess() {
    Map<String, String> properties = new TreeMap<>();
    System.getProperties().stringPropertyNames()
        .forEach(name -> properties.put(name, System.getProperty(name, "")));
    return new SettingsReader(System.getenv(), properties);
  }

  /** @throws InvalidSettings if anything is wrong; it tells all of it */
  public Settings read() {
    Values values = new Values(source.written());
    Settings settings = settings(values);
    if (settings.mode() == Mode.PRODUCTION) {
      ProductionRules.check(settings, values);
    }
    List<String> problems = new ArrayList<>(source.problems());
    problems.addAll(values.problems());
    for (String name : values.neverAskedFor()) {
      if (!TO_COME.contains(name) && !READ_ELSEWHERE.contains(name)) {
        problems.add(name + " is not a setting of Latchkey");
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidSettings(problems);
    }
    return settings;
  }

  /** Names that are set, but have no effect in this version. */
  public List<String> withoutEffect() {
    return source.written().keySet().stream().filter(TO_COME::contains).sorted().toList();
  }

  private static Settings settings(Values values) {
    Mode mode = values.choice("LATCHKEY_MODE", Mode.class, Mode.TRIAL);
    Listeners listeners = Listeners.read(values, mode);
    URI localUrl = URI.create(String.format(Locale.ROOT, "http://localhost:%d", listeners.application().port()));
    URI publicUrl = values.parsed("LATCHKEY_PUBLIC_URL", localUrl,
        "the address people reach Latchkey by, without a path, such as https://login.example.com", PublicUrl::origin);
    Path dataDirectory = values.parsed("LATCHKEY_DATA_DIR", Path.of("latchkey-data"), "a folder", Path::of)
        .toAbsolutePath()
        .normalize();
    AddressPolicy outbound = Settings.readOutbound(values, mode);
    return new Settings(
        mode,
        listeners,
        publicUrl,
        values.parsed("LATCHKEY_APP_URL", publicUrl, "an address such as https://app.example.com", PublicUrl::web),
        dataDirectory,
        values.parsed("LATCHKEY_KEYRING", dataDirectory.resolve("keyring.json"), "a file", Path::of).toAbsolutePath(),
        Database.read(values),
        Mail.read(values),
        Settings.readSessions(values),
        values.durationOrOff("LATCHKEY_SSO_REFRESH", Duration.ofMinutes(15)),
        Settings.Passwords.read(values),
        Settings.Clients.read(values, mode),
        values.list("LATCHKEY_DNS_SERVERS", "a name server such as 10.0.0.53 or 10.0.0.53:53", NameServer::parse),
        outbound,
        Social.read(values, outbound),
        values.text("LATCHKEY_PRODUCT_NAME", "Latchkey"),
        values.choice("LATCHKEY_SIGNUP", SignUp.class,
            mode == Mode.TRIAL ? SignUp.OPEN : SignUp.CLOSED) == SignUp.OPEN);
  }
}
