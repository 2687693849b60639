package dev.latchkey.server.bench;

import dev.latchkey.server.bench.bare.BareApplication;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** Unpacks the packaged server where it looks for its unpacked self, with one application more. */
final class BareEndpoint {
  private static final String SERVER = "wlp/usr/servers/latchkey";

  private BareEndpoint() {}

  /**
   * @param latchkey the runnable jar
   * @param runtimes what {@code LATCHKEY_RUNTIME_DIR} will name
   */
  static void deploy(Path latchkey, Path runtimes) throws IOException, URISyntaxException {
    Path runtime = runtimes.resolve(contents(latchkey));
    if (!Files.exists(runtime)) {
      unpack(latchkey, runtime);
    }
    Path server = runtime.resolve(SERVER);
    Path classes = Path.of(BareApplication.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path bare = server.resolve("apps/bare.war/WEB-INF");
    copyFolder(classes, BareApplication.class.getPackageName().replace('.', '/'), bare.resolve("classes"));
    copy(classes.resolve("bench/bare-web-bnd.xml"), bare.resolve("ibm-web-bnd.xml"));
    copy(classes.resolve("bench/bare.xml"), server.resolve("configDropins/overrides/bare.xml"));
  }

  /** Names the folder, as {@code dev.latchkey.server.boot.Main} does. */
  private static String contents(Path latchkey) throws IOException {
    try (JarFile jar = new JarFile(latchkey.toFile());
        InputStream contents = jar.getInputStream(Objects.requireNonNull(jar.getEntry("META-INF/contents")))) {
      return new String(contents.readAllBytes(), StandardCharsets.US_ASCII).strip().substring(0, 16);
    }
  }

  private static void unpack(Path latchkey, Path target) throws IOException {
    try (JarFile jar = new JarFile(latchkey.toFile())) {
      for (JarEntry entry : Collections.list(jar.entries())) {
        if (entry.getName().startsWith("wlp/") && !entry.isDirectory()) {
          Path file = target.resolve(entry.getName());
          Files.createDirectories(file.getParent());
          try (InputStream content = jar.getInputStream(entry)) {
            Files.copy(content, file);
          }
        }
      }
    }
  }

  private static void copyFolder(Path from, String folder, Path to) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(from.resolve(folder))) {
      files = all.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      copy(file, to.resolve(from.relativize(file)));
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    Files.write(to, Files.readAllBytes(from));
  }
}
