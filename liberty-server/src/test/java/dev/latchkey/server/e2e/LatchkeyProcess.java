package dev.latchkey.server.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The packaged server as a child process, on free ports of its own. It dies with this JVM at the latest.
 *
 * <pre>{@code
 * try (LatchkeyProcess server = LatchkeyProcess.in(folder).with("LATCHKEY_MODE", "trial").start()) {
 *   new ApiClient(server.uri()).get("/api/auth/me");
 * }
 * }</pre>
 */
public final class LatchkeyProcess implements AutoCloseable {
  static final Path TARGET = Path.of(System.getProperty("basedir", ".")).resolve("target").toAbsolutePath();
  private static final String CONSOLE = "console.log";
  private static final Duration LONGEST_START = Duration.ofMinutes(2);

  private final Process process;
  private final int port;
  private final int managementPort;
  private final Path output;
  private final Path log;

  private LatchkeyProcess(Process process, int port, int managementPort, Path folder) {
    this.process = process;
    this.port = port;
    this.managementPort = managementPort;
    this.output = folder.resolve(CONSOLE);
    this.log = folder.resolve("data/server/latchkey/logs/messages.log");
  }

  /** What to start, and how. */
  public static final class Plan {
    private final Map<String, String> environment = new HashMap<>();
    private final Path folder;

    private Plan(Path folder) {
      this.folder = folder;
    }

    /** Sets an environment variable, over what a test server has anyway. */
    public Plan with(String name, String value) {
      environment.put(name, value);
      return this;
    }

    /** Uses a database that runs already instead of bringing its own. */
    public Plan on(TestDatabase database) {
      return with("LATCHKEY_DB_URL", database.url())
          .with("LATCHKEY_DB_USER", database.user())
          .with("LATCHKEY_DB_PASSWORD", database.password());
    }

    /** Starts, and returns when the server is ready. */
    public LatchkeyProcess start() {
      LatchkeyProcess server = launch();
      server.awaitReady();
      return server;
    }

    /** Starts, and returns at once. */
    public LatchkeyProcess launch() {
      int port = environment.containsKey("LATCHKEY_HTTP_PORT")
          ? Integer.parseInt(environment.get("LATCHKEY_HTTP_PORT"))
          : freePort();
      int managementPort = freePort();
      ProcessBuilder builder = new ProcessBuilder(
          Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m",
          // Starting is what most tests wait for.
          "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dsun.misc.unsafe.memory.access=allow",
          "-jar", TARGET.resolve("latchkey.jar").toString());
      Map<String, String> variables = builder.environment();
      variables.keySet().removeIf(name -> name.startsWith("LATCHKEY_"));
      variables.put("LATCHKEY_DATA_DIR", folder.resolve("data").toString());
      variables.put("LATCHKEY_RUNTIME_DIR", Packaged.runtimes().toString());
      variables.put("LATCHKEY_HTTP_PORT", Integer.toString(port));
      variables.put("LATCHKEY_MANAGEMENT_PORT", Integer.toString(managementPort));
      variables.put("LATCHKEY_EXIT_WITH_PARENT", "true");
      // As good as any for what is tested here, and the tests are done the same day.
      variables.put("LATCHKEY_PASSWORD_ITERATIONS", "1000");
      variables.putAll(environment);
      Path output = folder.resolve(CONSOLE);
      try {
        Files.createDirectories(folder);
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        return new LatchkeyProcess(builder.start(), port, managementPort, folder);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /**
   * @param folder for data and console output; starting again in the same folder finds the same data
   */
  public static Plan in(Path folder) {
    return new Plan(folder);
  }

  /** Returns when it can serve requests. @throws IllegalStateException if it ended instead */
  public void awaitReady() {
    boolean decided = Await.isTrueWithin(LONGEST_START,
        () -> managementStatus("/health/ready") == 200 || !process.isAlive());
    if (!decided || !process.isAlive()) {
      String state = process.isAlive() ? "is not ready in time" : "ended with " + process.exitValue();
      process.destroyForcibly();
      throw new IllegalStateException("The server " + state + ":\n" + String.join("\n", console()));
    }
  }

  /** Status of a page on the management port; 0 if nobody answers. */
  public int managementStatus(String path) {
    try {
      URI uri = URI.create("http://127.0.0.1:" + managementPort + path);
      HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
      connection.setConnectTimeout(2_000);
      connection.setReadTimeout(10_000);
      return connection.getResponseCode();
    } catch (IOException e) {
      return 0;
    }
  }

  /** Where people reach it; without a slash at the end. */
  public URI uri() {
    return URI.create("http://localhost:" + port);
  }

  public int port() {
    return port;
  }

  public ProcessHandle handle() {
    return process.toHandle();
  }

  /** What it said on standard output and standard error. */
  public List<String> console() {
    return lines(output);
  }

  /** What it wrote into its log. */
  List<String> log() {
    return lines(log);
  }

  private static List<String> lines(Path file) {
    try {
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until it has said this line. */
  public void awaitLine(String line) {
    Await.isTrueWithin(LONGEST_START, () -> console().contains(line) || !process.isAlive());
    if (!console().contains(line)) {
      throw new IllegalStateException("The server did not say \"" + line + "\":\n" + String.join("\n", console()));
    }
  }

  /** Asks it to end, as an operator would, and returns its exit status. */
  public int stop() {
    process.destroy();
    return awaitExit();
  }

  /** Ends it as a power cut would. */
  public void kill() {
    process.destroyForcibly();
    awaitExit();
  }

  /** Waits until it has ended by itself and returns its exit status. */
  public int awaitExit() {
    try {
      if (!process.waitFor(LONGEST_START.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("The server does not end:\n" + String.join("\n", console()));
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    stop();
  }

  public static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
