package dev.latchkey.server.launch;

import com.ibm.wsspi.kernel.embeddable.Server;
import com.ibm.wsspi.kernel.embeddable.ServerBuilder;
import com.ibm.wsspi.kernel.embeddable.ServerEventListener.ServerEvent;
import dev.latchkey.server.settings.Listeners;
import dev.latchkey.server.settings.Mode;
import dev.latchkey.server.settings.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;

/** Open Liberty in this JVM, with the application that is deployed in it. */
final class LibertyServer implements AutoCloseable {
  private static final String NAME = "latchkey";

  private final Server server;
  private final Path logs;
  private final CountDownLatch ended = new CountDownLatch(1);

  /**
   * @param output where it may write: logs and its own caches
   */
  LibertyServer(Path runtime, Path output) {
    logs = output.resolve(NAME).resolve("logs");
    server = new ServerBuilder()
        .setName(NAME)
        .setInstallDir(runtime.toFile())
        .setUserDir(runtime.resolve("usr").toFile())
        .setOutputDir(output.toFile())
        .setServerEventListener(event -> {
          ServerEvent.Type type = event.getType();
          if (type == ServerEvent.Type.STOPPED || type == ServerEvent.Type.FAILED) {
            ended.countDown();
          }
        })
        .build();
  }

  /** Returns when the application answers. */
  void start(Settings settings) {
    Thread thread = Thread.currentThread();
    ClassLoader own = thread.getContextClassLoader();
    thread.setContextClassLoader(Server.class.getClassLoader());
    try {
      Server.Result result = server.start(variables(settings)).get();
      if (!result.successful()) {
        throw LaunchFailure.because("the server does not start, see " + log(), result.getException());
      }
    } catch (ExecutionException e) {
      throw LaunchFailure.because("the server does not start, see " + log(), e);
    } catch (InterruptedException e) {
      thread.interrupt();
      throw new LaunchFailure("stopped while starting", e);
    } finally {
      thread.setContextClassLoader(own);
    }
    new Readiness(settings.listeners().management(), log()).await();
  }

  private static Map<String, String> variables(Settings settings) {
    Listeners listeners = settings.listeners();
    URI url = settings.publicUrl();
    int usualPort = "https".equals(url.getScheme()) ? 443 : 80;
    Map<String, String> variables = new HashMap<>();
    variables.put("http.host", listeners.application().host());
    variables.put("http.port", Integer.toString(listeners.application().port()));
    variables.put("management.host", listeners.management().host());
    variables.put("management.port", Integer.toString(listeners.management().port()));
    variables.put("public.port", Integer.toString(url.getPort() < 0 ? usualPort : url.getPort()));
    // A trial keeps the console for what a person must know; the file has everything.
    variables.put("com.ibm.ws.logging.console.log.level", settings.mode() == Mode.TRIAL ? "OFF" : "INFO");
    return variables;
  }

  Path log() {
    return logs.resolve("messages.log");
  }

  /** Returns when the server has stopped, for whichever reason. */
  void awaitEnd() {
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Lets running requests end, then returns. */
  @Override
  public void close() throws ExecutionException {
    try {
      server.stop().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
