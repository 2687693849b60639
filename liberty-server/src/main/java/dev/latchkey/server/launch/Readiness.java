package dev.latchkey.server.launch;

import dev.latchkey.server.settings.Listeners.Address;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Waits until the application says that it is ready. An application that fails to start leaves a server which runs and
 * answers 404; the only one to tell is the server's log, by messages whose codes are part of its documentation.
 */
final class Readiness {
  /**
   * SRVE0283E: a filter or servlet can't be initialised, in its own words. CWWKZ0002E and CWWKZ0004E: an exception occurred
   * while the application started. CWWKO0221E: port not available.
   */
  private static final Pattern FAILED =
      Pattern.compile("(?:SRVE0283E|CWWKZ0002E|CWWKZ0004E|CWWKO0221E): (.*?)(?:\\\\n|\",\")");
  /** Several mistakes in the wiring come as a list; the first of them says more than its heading. */
  private static final Pattern WIRING = Pattern.compile("WELD-[0-9]+: .*?(?=\\\\n|\",\")");

  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final Address management;
  private final Path log;

  Readiness(Address management, Path log) {
    this.management = management;
    this.log = log;
  }

  void await() {
    try {
      long deadline = System.nanoTime() + LIMIT.toNanos();
      while (!isReady()) {
        Optional<String> failure = failure();
        if (failure.isPresent()) {
          throw new LaunchFailure("the application does not start, see " + log + ": " + failure.get());
        }
        if (System.nanoTime() > deadline) {
          throw new LaunchFailure("the application is not ready after " + LIMIT.toSeconds() + " s, see " + log);
        }
        Thread.sleep(PAUSE.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LaunchFailure("stopped while starting", e);
    }
  }

  private boolean isReady() {
    try {
      URI uri = URI.create("http://" + management.reachable() + "/health/ready");
      HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
      connection.setConnectTimeout(1_000);
      connection.setReadTimeout(10_000);
      try {
        return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
      } finally {
        connection.disconnect();
      }
    } catch (IOException e) {
      return false;
    }
  }

  private Optional<String> failure() {
    try (Stream<String> lines = Files.lines(log)) {
      return lines.flatMap(Readiness::failure).findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Stream<String> failure(String line) {
    Matcher failed = FAILED.matcher(line);
    if (!failed.find()) {
      return Stream.empty();
    }
    Matcher wiring = WIRING.matcher(line);
    return Stream.of(wiring.find() ? wiring.group() : failed.group(1));
  }
}
