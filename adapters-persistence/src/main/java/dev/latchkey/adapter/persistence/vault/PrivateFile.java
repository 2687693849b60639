package dev.latchkey.adapter.persistence.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that only their owner may read. */
final class PrivateFile {
  private PrivateFile() {}

  /**
   * Makes a file with this content, all of it or nothing. A file that is there already stays as it is, also one that
   * another process makes at the same moment.
   */
  static void createUnlessThere(Path file, String content) throws IOException {
    Path draft = draft(file, content);
    try {
      // A link, unlike a rename, fails if the name is taken.
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException e) {
      // The other's content is as good as ours.
    } finally {
      Files.delete(draft);
    }
  }

  /** Puts this content in place of a file's, all of it or nothing. */
  static void replace(Path file, String content) throws IOException {
    Path draft = draft(file, content);
    try {
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /** Beside the file, and on the disk before the first secret is sealed with it, whatever happens to the machine. */
  private static Path draft(Path file, String content) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Path draft = Files.createTempFile(folder, file.getFileName() + ".", ".new",
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8)));
      channel.force(true);
    }
    return draft;
  }
}
