package dev.latchkey.server.keycloak;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The unpacked distribution.
 *
 * @param folder what the system property {@code keycloak.home} names, set by the build
 */
record KeycloakHome(Path folder) {
  private static final Path RUNNER = Path.of("lib", "quarkus-run.jar");

  /** Nothing where nobody unpacked it. */
  static Optional<KeycloakHome> find() {
    return Optional.ofNullable(System.getProperty("keycloak.home")).map(Path::of)
        .filter(folder -> Files.exists(folder.resolve(RUNNER))).map(KeycloakHome::new);
  }

  /**
   * Settles what can't be changed from one start to the next, above all that the database is kept in memory. Done once
   * after unpacking, since it takes longer than a start.
   */
  void prepare() {
    Path done = folder.resolve("prepared");
    if (Files.exists(done)) {
      return;
    }
    Path output = folder.resolve("prepare.log");
    try {
      int status = command("build", "--db=dev-mem").redirectOutput(output.toFile()).start().waitFor();
      if (status != 0) {
        throw new IllegalStateException("Keycloak can't be prepared:\n" + Files.readString(output));
      }
      Files.createFile(done);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** What {@code kc.sh} would run, less the shell, and with our own class in front that watches the parent. */
  ProcessBuilder command(String... arguments) {
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xms64m", "-Xmx384m",
        // Starting is what most tests wait for.
        "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
        "--add-opens=java.base/java.util=ALL-UNNAMED", "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
        "--add-opens=java.base/java.security=ALL-UNNAMED", "--add-opens=java.base/java.lang=ALL-UNNAMED",
        "--enable-native-access=ALL-UNNAMED",
        "-Dkc.home.dir=" + folder, "-Djboss.server.config.dir=" + folder.resolve("conf"),
        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
        "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
            + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
        "-cp", folder.resolve(RUNNER) + File.pathSeparator + ourClasses(), KeycloakMain.class.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectInput(Redirect.PIPE);
    builder.environment().keySet().removeIf(name -> name.startsWith("KC_") || name.startsWith("JAVA_"));
    return builder;
  }

  private static Path ourClasses() {
    try {
      return Path.of(KeycloakMain.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
