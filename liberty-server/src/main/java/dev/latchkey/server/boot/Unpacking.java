package dev.latchkey.server.boot;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** Unpacks what this jar carries below {@code wlp/}, once: a folder that exists is complete. */
final class Unpacking {
  private static final String CARRIED = "wlp/";

  private final Path directory;

  Unpacking(Path directory) {
    this.directory = directory;
  }

  Path unpacked(String contents) throws IOException {
    Path unpacked = directory.resolve(contents);
    if (!Files.isDirectory(unpacked)) {
      Folders.createPrivate(directory);
      Path unfinished = Files.createTempDirectory(directory, ".unfinished-");
      try {
        unpackInto(unfinished);
        Files.move(unfinished, unpacked, StandardCopyOption.ATOMIC_MOVE);
      } catch (FileSystemException e) {
        // Another process may have finished first; then its folder is as good as ours.
        if (!Files.isDirectory(unpacked)) {
          throw e;
        }
      } finally {
        Folders.delete(unfinished);
      }
    }
    return unpacked;
  }

  private static void unpackInto(Path target) throws IOException {
    try (JarFile jar = new JarFile(ownJar().toFile())) {
      for (JarEntry entry : Collections.list(jar.entries())) {
        if (entry.getName().startsWith(CARRIED) && !entry.isDirectory()) {
          Path file = target.resolve(entry.getName());
          Files.createDirectories(file.getParent());
          try (InputStream content = jar.getInputStream(entry)) {
            Files.copy(content, file);
          }
        }
      }
    }
  }

  private static Path ownJar() throws IOException {
    try {
      return Path.of(Unpacking.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }
}
