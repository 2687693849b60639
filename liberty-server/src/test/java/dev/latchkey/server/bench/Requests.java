package dev.latchkey.server.bench;

import dev.latchkey.server.bench.Consumption.Cpu;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Requests sent by wrk, as many as the server answers, in random order; wrk looks at every answer. */
final class Requests implements Work {
  private static final Pattern RESULT = Pattern.compile("result (\\d+) (\\d+) (\\d+) (\\d+) (\\d+)");

  private final String name;
  private final Consumption consumption;
  private final Path raw;
  private final List<String> options;

  /**
   * @param connections how many requests are under way at once
   * @param requests one per line: method, path, cookie and body, parted by tabs
   * @param expected what the body of every answer holds
   * @param folder for the requests, and for what wrk writes
   */
  Requests(String name, URI server, int connections, List<String> requests, String expected, Consumption consumption,
      Path folder) {
    this.name = name;
    this.consumption = consumption;
    this.raw = folder.resolve(name + ".txt");
    Path script = folder.resolve("requests.lua");
    Path file = folder.resolve(name + ".requests");
    try (InputStream lua = Requests.class.getResourceAsStream("/bench/requests.lua")) {
      Files.write(script, Objects.requireNonNull(lua).readAllBytes());
      Files.write(file, requests);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    options = List.of("-t1", "-c" + connections, "--timeout", "30s", "--latency", "-s", script.toString(),
        server.toString(), "--", file.toString(), expected);
  }

  static boolean toolIsMissing() {
    try {
      new ProcessBuilder("wrk", "--version").redirectErrorStream(true).redirectOutput(Redirect.DISCARD).start()
          .waitFor();
      return false;
    } catch (IOException e) {
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Figures run(Duration duration) {
    Cpu before = consumption.cpu();
    String output = wrk(duration);
    Cpu cpu = consumption.cpu().since(before);
    MatchResult result = RESULT.matcher(output).results().findFirst()
        .orElseThrow(() -> new IllegalStateException("wrk failed, see " + raw));
    return new Figures(number(result, 1), number(result, 2), number(result, 3) / 1e3, cpu.server(),
        cpu.database(), number(result, 4) / 1e3, number(result, 5) / 1e3);
  }

  private String wrk(Duration duration) {
    try {
      long written = Files.exists(raw) ? Files.size(raw) : 0;
      List<String> command = new ArrayList<>(List.of("wrk", "-d" + duration.toSeconds() + "s"));
      command.addAll(options);
      new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(Redirect.appendTo(raw.toFile())).start()
          .waitFor();
      return Files.readString(raw).substring((int) written);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static long number(MatchResult result, int group) {
    return Long.parseLong(result.group(group));
  }
}
