package dev.latchkey.server.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The packaged server's files, to damage them on purpose. */
final class Packaged {
  private Packaged() {}

  /** Where the servers of the tests are unpacked to, once for all of them; each build begins with an empty one. */
  static Path runtimes() {
    return LatchkeyProcess.TARGET.resolve("e2e-runtime");
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
