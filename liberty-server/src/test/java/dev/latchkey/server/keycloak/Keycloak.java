package dev.latchkey.server.keycloak;

import dev.latchkey.server.e2e.Await;
import dev.latchkey.server.e2e.Remains;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

/** A Keycloak of its own on loopback, which forgets everything when it ends; it ends with this JVM at the latest. */
public final class Keycloak implements AutoCloseable {
  private static final Duration LONGEST_START = Duration.ofMinutes(3);
  private static final String ADMIN = "latchkey-tests";

  private final Process process;
  private final URI uri;
  private final Path folder;
  private final KeycloakAdmin admin;

  private Keycloak(Process process, URI uri, Path folder, KeycloakAdmin admin) {
    this.process = process;
    this.uri = uri;
    this.folder = folder;
    this.admin = admin;
  }

  /** Starts it, and returns when it can be used. @throws IllegalStateException if it was never unpacked */
  public static Keycloak start(int port) {
    KeycloakHome home = KeycloakHome.find().orElseThrow(() -> new IllegalStateException(
        "The system property keycloak.home names no unpacked Keycloak"));
    home.prepare();
    URI uri = URI.create("http://localhost:" + port);
    Path folder = Remains.folder("keycloak-");
    String secret = UUID.randomUUID().toString();
    ProcessBuilder builder = home.command("start", "--optimized", "--cache=local", "--http-enabled=true",
        "--http-host=127.0.0.1", "--http-port=" + port, "--hostname=" + uri)
        .redirectOutput(log(folder).toFile());
    builder.environment().put("KC_BOOTSTRAP_ADMIN_CLIENT_ID", ADMIN);
    builder.environment().put("KC_BOOTSTRAP_ADMIN_CLIENT_SECRET", secret);
    try {
      Keycloak keycloak = new Keycloak(builder.start(), uri, folder, new KeycloakAdmin(uri, ADMIN, secret));
      keycloak.awaitReady();
      return keycloak;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitReady() {
    boolean decided = Await.isTrueWithin(LONGEST_START, () -> admin.isReady() || !process.isAlive());
    if (!decided || !process.isAlive()) {
      process.destroyForcibly();
      throw new IllegalStateException("Keycloak does not start:\n" + console());
    }
  }

  private static Path log(Path folder) {
    return folder.resolve("console.log");
  }

  /** What it said. */
  private String console() {
    try {
      return Files.readString(log(folder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where browsers and Latchkey reach it; without a slash at the end. */
  public URI uri() {
    return uri;
  }

  KeycloakAdmin admin() {
    return admin;
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
    Remains.delete(folder);
  }
}
