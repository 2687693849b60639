package dev.latchkey.server.settings;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * Where settings are written: in the file that {@code LATCHKEY_CONFIG} names, over it the environment, over that system
 * properties of the same name (this is how the launcher tells the application about the database it started). A secret
 * may also stand in a file of its own, named by {@code NAME_FILE}.
 */
final class WrittenSettings {
  private static final String PREFIX = "LATCHKEY_";
  private static final Set<String> SECRETS = Set.of("LATCHKEY_DB_PASSWORD", "LATCHKEY_SMTP_PASSWORD",
      "LATCHKEY_BOOTSTRAP_ADMIN_PASSWORD", "LATCHKEY_SOCIAL_GOOGLE_CLIENT_SECRET",
      "LATCHKEY_SOCIAL_MICROSOFT_CLIENT_SECRET");

  private final List<String> problems = new ArrayList<>();
  private final Map<String, String> written = new HashMap<>();

  WrittenSettings(Map<String, String> environment, Map<String, String> systemProperties) {
    String config = environment.getOrDefault("LATCHKEY_CONFIG", "");
    if (!config.isBlank()) {
      addFile(Path.of(config));
    }
    add(environment);
    for (String secret : SECRETS) {
      replaceFile(secret);
    }
    add(systemProperties);
  }

  private void add(Map<String, String> settings) {
    settings.forEach((name, value) -> {
      if (name.startsWith(PREFIX) && !KubernetesServiceLinks.isOne(name, value)) {
        written.put(name, value);
      }
    });
  }

  private void addFile(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      problems.add("LATCHKEY_CONFIG names " + file + ", which can't be read");
    }
    for (String name : properties.stringPropertyNames()) {
      if (name.startsWith(PREFIX)) {
        written.put(name, properties.getProperty(name));
      } else {
        problems.add(name + " in " + file + " is no setting: names begin with " + PREFIX);
      }
    }
  }

  private void replaceFile(String secret) {
    String file = written.remove(secret + "_FILE");
    if (file == null || file.isBlank()) {
      return;
    }
    if (written.containsKey(secret)) {
      problems.add(secret + " and " + secret + "_FILE are both set; keep one of them");
      return;
    }
    try {
      written.put(secret, Files.readString(Path.of(file)).stripTrailing());
    } catch (IOException | IllegalArgumentException e) {
      problems.add(secret + "_FILE names " + file + ", which can't be read");
    }
  }

  Map<String, String> written() {
    return Map.copyOf(written);
  }

  List<String> problems() {
    return List.copyOf(problems);
  }
}
