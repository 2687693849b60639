package dev.latchkey.server.e2e;

import dev.latchkey.server.boot.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/** What servers that many tests share leave behind: deleted when all went well, else kept for who looks into it. */
public final class Remains {
  private static final AtomicBoolean WANTED = new AtomicBoolean();

  private Remains() {}

  /** A new folder below {@code target}. */
  public static Path folder(String prefix) {
    try {
      return Files.createTempDirectory(Files.createDirectories(LatchkeyProcess.TARGET), prefix);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A test failed: from now on nothing is deleted. */
  public static void keep() {
    WANTED.set(true);
  }

  public static void delete(Path folder) {
    if (WANTED.get()) {
      return;
    }
    try {
      Folders.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
