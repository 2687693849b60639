package dev.latchkey.server.bench;

import java.io.File;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The bare provider as a child process. */
final class ProviderProcess implements AutoCloseable {
  private final Process process;
  private final URI issuer;

  private ProviderProcess(Process process, URI issuer) {
    this.process = process;
    this.issuer = issuer;
  }

  /** Starts it, and returns when it answers. */
  static ProviderProcess start(Path folder) throws IOException, InterruptedException {
    int port = MeasuredServer.freePort();
    Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin/java").toString(), "-Xmx256m",
        // Or each answer waits 40 ms for the acknowledgement of its head.
        "-Dsun.net.httpserver.nodelay=true",
        "-cp", System.getProperty("java.class.path"), BareProvider.class.getName(), Integer.toString(port))
        .redirectErrorStream(true).redirectOutput(new File(folder.toFile(), "provider.txt")).start();
    ProviderProcess provider = new ProviderProcess(process, URI.create("http://127.0.0.1:" + port));
    while (!provider.answers()) {
      if (!process.isAlive()) {
        throw new IOException("The provider ended; see provider.txt");
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    return provider;
  }

  private boolean answers() {
    try {
      return ((HttpURLConnection) issuer.resolve("/keys").toURL().openConnection()).getResponseCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  URI issuer() {
    return issuer;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
