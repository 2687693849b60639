package dev.latchkey.server.boot;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * Starts the server that this jar carries. It is unpacked once per content into
 * {@code ${LATCHKEY_RUNTIME_DIR}}, by default {@code runtime} in the data directory.
 */
public final class Main {
  private static final String LAUNCHER = "dev.latchkey.server.launch.Launcher";
  private static final String APPLICATION = "usr/servers/latchkey/apps/latchkey.war/WEB-INF";

  /** The server redirects it once it runs. */
  private static final PrintStream ERRORS = System.err;

  private Main() {}

  public static void main(String[] args) {
    ParentWatch.startIfAsked();
    try {
      run(unpack(), args);
    } catch (InvocationTargetException e) {
      end(new Mishap(Objects.requireNonNullElse(e.getCause(), e)).keepIn(runtimeDirectory()));
    } catch (IOException | ReflectiveOperationException | RuntimeException | LinkageError e) {
      end(new Mishap(e).keepIn(runtimeDirectory()));
    }
  }

  private static void end(String line) {
    ERRORS.println(line);
    System.exit(1);
  }

  private static Path unpack() {
    try {
      return new Unpacking(runtimeDirectory()).unpacked(contents()).resolve("wlp");
    } catch (IOException e) {
      end("latchkey: the server can't be unpacked (LATCHKEY_DATA_DIR): " + e);
      throw new UncheckedIOException(e);
    }
  }

  private static void run(Path runtime, String[] args) throws IOException, ReflectiveOperationException {
    // The runtime gets a loader of its own, so that it never sees the launcher's libraries.
    ClassLoader server =
        loader(ClassLoader.getPlatformClassLoader(), List.of(runtime.resolve("bin/tools/ws-server.jar")));
    List<Path> application = new ArrayList<>(List.of(runtime.resolve(APPLICATION + "/classes")));
    application.addAll(jars(runtime.resolve(APPLICATION + "/lib")));
    application.addAll(jars(runtime.resolve(APPLICATION + "/launcher")));
    ClassLoader launcher = loader(server, application);
    Thread.currentThread().setContextClassLoader(launcher);
    launcher.loadClass(LAUNCHER).getMethod("main", String[].class)
        .invoke(null, (Object) Stream.concat(Stream.of(runtime.toString()), Stream.of(args)).toArray(String[]::new));
  }

  private static ClassLoader loader(ClassLoader parent, List<Path> paths) throws MalformedURLException {
    URL[] urls = new URL[paths.size()];
    for (int i = 0; i < urls.length; i++) {
      urls[i] = paths.get(i).toUri().toURL();
    }
    return new URLClassLoader(urls, parent);
  }

  private static List<Path> jars(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }

  private static Path runtimeDirectory() {
    String runtime = setting("LATCHKEY_RUNTIME_DIR", "");
    Path directory = runtime.isBlank()
        ? Path.of(setting("LATCHKEY_DATA_DIR", "latchkey-data"), "runtime")
        : Path.of(runtime);
    return directory.toAbsolutePath().normalize();
  }

  /** The two settings that are needed before the real reader of settings is unpacked. */
  private static String setting(String name, String fallback) {
    String value = System.getenv(name);
    String config = System.getenv("LATCHKEY_CONFIG");
    if (value == null && config != null && new File(config).canRead()) {
      value = read(Path.of(config)).getProperty(name);
    }
    return value == null || value.isBlank() ? fallback : value.strip();
  }

  private static Properties read(Path config) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(config)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      end("latchkey: LATCHKEY_CONFIG: " + config + " can't be read: " + e);
    }
    return properties;
  }

  /** A hash over everything below wlp/, computed when the jar was built. */
  private static String contents() throws IOException {
    try (InputStream contents = Main.class.getResourceAsStream("/META-INF/contents")) {
      if (contents == null) {
        throw new IOException("META-INF/contents is missing; run the jar that the build makes");
      }
      return new String(contents.readAllBytes(), StandardCharsets.US_ASCII).strip().substring(0, 16);
    }
  }
}
