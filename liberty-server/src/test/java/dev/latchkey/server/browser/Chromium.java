package dev.latchkey.server.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** The browser of this machine; nothing is ever downloaded. */
final class Chromium {
  private static final Pattern SEPARATOR = Pattern.compile(Pattern.quote(File.pathSeparator));

  /** Would regret at every start that it lacks what we don't use. */
  private static final Logger CHATTER = Logger.getLogger("org.openqa.selenium.devtools.CdpVersionFinder");

  static {
    CHATTER.setLevel(Level.SEVERE);
  }

  private Chromium() {}

  static boolean isInstalled() {
    return find("chromium").isPresent() && find("chromedriver").isPresent();
  }

  /** A new browser without a window, which talks to nobody but this machine. */
  static ChromeDriver start(boolean javaScript) {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(find("chromium").orElseThrow().toFile());
    options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu",
        "--hide-scrollbars", "--lang=en-US", "--disable-background-networking", "--disable-component-update",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1");
    options.setExperimentalOption("prefs", Map.of(
        "credentials_enable_service", false,
        "profile.managed_default_content_settings.javascript", javaScript ? 1 : 2));
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    return new ChromeDriver(new ChromeDriverService.Builder()
        .usingDriverExecutable(find("chromedriver").orElseThrow().toFile()).usingAnyFreePort().build(), options);
  }

  private static Optional<Path> find(String program) {
    String path = System.getenv().getOrDefault("PATH", "");
    return SEPARATOR.splitAsStream(path).filter(folder -> !folder.isEmpty())
        .flatMap(folder -> Stream.of(Path.of(folder, program))).filter(Files::isExecutable).findFirst();
  }
}
