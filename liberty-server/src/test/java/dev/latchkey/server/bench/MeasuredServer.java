package dev.latchkey.server.bench;

import java.io.File;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The packaged server as a child process, with the bare endpoint beside it. Nothing is tuned: the tests' own starter
 * trades speed for a quick start and is no use here.
 */
final class MeasuredServer implements AutoCloseable {
  private static final Duration LONGEST_START = Duration.ofMinutes(2);

  private final Process process;
  private final URI uri;
  private final URI bare;

  private MeasuredServer(Process process, URI uri, URI bare) {
    this.process = process;
    this.uri = uri;
    this.bare = bare;
  }

  /**
   * Starts it, and returns when both applications answer.
   *
   * @param folder for its data and what it says on the console
   */
  static MeasuredServer start(Path folder, Path runtimes, Options options, BenchDatabase database)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString()));
    command.addAll(options.java());
    command.addAll(List.of("-jar", options.latchkey().toString()));
    int port = freePort();
    int barePort = freePort();
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
        .redirectOutput(new File(folder.toFile(), "console.txt"));
    builder.environment().keySet().removeIf(name -> name.startsWith("LATCHKEY_"));
    builder.environment().putAll(Map.of("LATCHKEY_DATA_DIR", folder.resolve("data").toString(),
        "LATCHKEY_RUNTIME_DIR", runtimes.toString(),
        "LATCHKEY_EXIT_WITH_PARENT", "true",
        "LATCHKEY_HTTP_PORT", Integer.toString(port),
        "LATCHKEY_MANAGEMENT_PORT", Integer.toString(freePort()),
        "LATCHKEY_DB_URL", database.url(),
        "LATCHKEY_DB_USER", database.user(),
        "LATCHKEY_DB_PASSWORD", database.password()));
    builder.environment().put("BENCH_BARE_PORT", Integer.toString(barePort));
    MeasuredServer server = new MeasuredServer(builder.start(), URI.create("http://127.0.0.1:" + port),
        URI.create("http://127.0.0.1:" + barePort));
    server.await(server.uri.resolve("/sign-in"), 200);
    // There is no such row, nor a table.
    server.await(server.bare.resolve("/bare/rows/none"), 500);
    return server;
  }

  private void await(URI page, int status) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + LONGEST_START.toNanos();
    while (status(page) != status) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        close();
        throw new IOException("The server does not answer " + page + " with " + status + "; see console.txt");
      }
      TimeUnit.MILLISECONDS.sleep(200);
    }
  }

  private static int status(URI page) {
    try {
      HttpURLConnection connection = (HttpURLConnection) page.toURL().openConnection();
      connection.setReadTimeout(10_000);
      return connection.getResponseCode();
    } catch (IOException e) {
      return 0;
    }
  }

  URI uri() {
    return uri;
  }

  /** Where the bare endpoint answers. */
  URI bare() {
    return bare;
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
