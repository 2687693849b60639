package dev.latchkey.server.e2e;

import dev.latchkey.server.boot.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;

/** The packaged server's files, to damage them on purpose. */
final class Packaged {
  private Packaged() {}

  /** Where the servers of the tests are unpacked to, once for all of them; what former builds left there goes. */
  static Path runtimes() {
    return Runtimes.FOLDER;
  }

  private static final class Runtimes {
    static final Path FOLDER = cleared();

    private static Path cleared() {
      Path folder = LatchkeyProcess.TARGET.resolve("e2e-runtime");
      try {
        Files.createDirectories(folder);
        FileTime built = Files.getLastModifiedTime(LatchkeyProcess.TARGET.resolve("latchkey.jar"));
        try (Stream<Path> unpacked = Files.list(folder)) {
          for (Path former : unpacked.toList()) {
            if (Files.getLastModifiedTime(former).compareTo(built) < 0) {
              Folders.delete(former);
            }
          }
        }
        return folder;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** A copy of what the servers of the tests are unpacked to. */
  static Path copyOfRuntime(Path folder) throws IOException {
    // Unpacked before its settings are looked at.
    LatchkeyProcess.in(folder).with("LATCHKEY_MODE", "none").with("LATCHKEY_RUNTIME_DIR", folder.toString())
        .launch().awaitExit();
    return folder;
  }

  static void deleteLibrary(Path runtime, String name) throws IOException {
    List<Path> libraries;
    try (Stream<Path> all = Files.walk(runtime)) {
      libraries = all.filter(file -> file.getFileName().toString().startsWith(name)).toList();
    }
    for (Path library : libraries) {
      Files.delete(library);
    }
  }
}
