package dev.latchkey.server.demo;

import dev.latchkey.adapter.directory.dns.TestNameServer;
import dev.latchkey.server.e2e.LatchkeyProcess;
import dev.latchkey.server.e2e.Remains;
import dev.latchkey.server.keycloak.Employee;
import dev.latchkey.server.keycloak.Keycloak;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * Runs until it is stopped, or Maven is, and leaves nothing behind. {@code DEMO_HTTP_PORT} and {@code DEMO_KEYCLOAK_PORT}
 * move it to other ports.
 */
public final class Demo {
  /** Would comment on the description of the API that every answer is held against. */
  private static final Logger CHATTER = Logger.getLogger("com.networknt.schema");

  private final Deque<AutoCloseable> running = new ArrayDeque<>();

  private Demo() {}

  public static void main(String[] args) throws InterruptedException {
    CHATTER.setLevel(Level.SEVERE);
    // A Maven that is killed can't stop it any more.
    var unused = ProcessHandle.current().parent().orElseThrow().onExit()
        .thenRun(() -> new Thread(() -> System.exit(0), "maven-is-gone").start());
    Demo demo = new Demo();
    Runtime.getRuntime().addShutdownHook(new Thread(demo::stop, "stop"));
    try {
      demo.start();
    } catch (RuntimeException e) {
      System.err.println("The demo does not start: " + e.getMessage());
      System.exit(1);
    }
    new CountDownLatch(1).await();
  }

  private void start() {
    System.out.println("\nStarting Keycloak and Latchkey; the first time takes a minute…");
    Path folder = Remains.folder("demo-");
    running.push(() -> Remains.delete(folder));
    TestNameServer names = started(TestNameServer.start());
    LatchkeyProcess latchkey = started(LatchkeyProcess.in(folder)
        .with("LATCHKEY_HTTP_PORT", Integer.toString(port("DEMO_HTTP_PORT", 9080)))
        .with("LATCHKEY_DNS_SERVERS", names.address())
        .with("LATCHKEY_PASSWORD_ITERATIONS", "600000")
        .launch());
    Keycloak keycloak = started(Keycloak.start(port("DEMO_KEYCLOAK_PORT", 8180)));
    latchkey.awaitReady();
    Acme.found(keycloak, latchkey.uri(), names);
    System.out.println(welcome(latchkey));
  }

  private <T extends AutoCloseable> T started(T part) {
    running.push(part);
    return part;
  }

  private void stop() {
    while (!running.isEmpty()) {
      try {
        running.pop().close();
      } catch (Exception e) {
        System.err.println("Not stopped: " + e.getMessage());
      }
    }
  }

  private static int port(String name, int fallback) {
    String port = System.getenv(name);
    return port == null ? fallback : Integer.parseInt(port);
  }

  private static String welcome(LatchkeyProcess latchkey) {
    String cast = Acme.CAST.stream().map(role -> "    %-20s %-10s %s".formatted(role.person().email(),
        role.person().username(), role.tale())).collect(Collectors.joining("\n"));
    return """

        Open %1$s/sign-in and enter one of these addresses. It leads to Keycloak, where
        everybody's password is "%2$s".

            address              user       what happens
        %3$s

        %4$s owns the organization, and has a password at Latchkey, too: "%5$s"
        Settings:  %1$s/organizations/%6$s/sso
        Mails:     %1$s/dev/mail

        Ctrl-C stops all of it, and forgets it.""".formatted(latchkey.uri(), Employee.PASSWORD, cast,
        Acme.OWNER.name(), Acme.OWNERS_PASSWORD, Acme.SLUG);
  }
}
