package dev.latchkey.server.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** Pictures of pages in {@code target/screenshots}, for people to look at. */
final class Screenshots {
  static final Path TARGET = Path.of(System.getProperty("basedir", "."), "target").toAbsolutePath();
  /** What {@code -Dscreenshots.publish} puts into the documentation. */
  private static final Set<String> PUBLISHED = Set.of("sign-up", "verify-email", "trial-mailbox", "home", "sign-in",
      "demo-sign-in", "demo-keycloak", "demo-home", "demo-settings", "demo-refused");

  private Screenshots() {}

  static void keep(String name, byte[] png) {
    write(TARGET.resolve("screenshots").resolve(name.replaceAll("[^a-zA-Z0-9_-]", "_") + ".png"), png);
  }

  /** Whether the README's picture of this page is to be replaced now. */
  static boolean isToBePublished(String page) {
    return PUBLISHED.contains(page) && System.getProperty("screenshots.publish") != null;
  }

  static void publish(String page, byte[] png) {
    write(TARGET.resolve("../../docs/images").resolve(page + ".png").normalize(), png);
  }

  private static void write(Path file, byte[] png) {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, png);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
