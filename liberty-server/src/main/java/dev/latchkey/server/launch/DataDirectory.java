package dev.latchkey.server.launch;

import dev.latchkey.server.boot.Folders;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/**
 * The folder that belongs to one running node, and to nobody else on the machine. The claim ends with the process,
 * however that ends.
 */
final class DataDirectory implements AutoCloseable {
  private final Path path;
  private final FileChannel claim;

  private DataDirectory(Path path, FileChannel claim) {
    this.path = path;
    this.claim = claim;
  }

  static DataDirectory claim(Path path) {
    try {
      Folders.createPrivate(path);
      FileChannel channel =
          FileChannel.open(path.resolve("in-use"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel)) {
        return new DataDirectory(path, channel);
      }
      channel.close();
    } catch (IOException e) {
      throw new LaunchFailure("LATCHKEY_DATA_DIR: " + path + " can't be used: " + e, e);
    }
    throw new LaunchFailure("LATCHKEY_DATA_DIR: another Latchkey is running on " + path);
  }

  private static boolean tryLock(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  /** A folder below, which only this user may enter. */
  Path folder(String name) {
    try {
      return Folders.createPrivate(path.resolve(name));
    } catch (IOException e) {
      throw new LaunchFailure("LATCHKEY_DATA_DIR: " + path.resolve(name) + " can't be used: " + e, e);
    }
  }

  /** Deletes the servers of former versions, which were unpacked here. */
  void deleteRuntimesBut(Path current) {
    Path all = path.resolve("runtime");
    if (!current.startsWith(all)) {
      return;
    }
    try (Stream<Path> runtimes = Files.list(all)) {
      for (Path runtime : runtimes.filter(runtime -> !current.startsWith(runtime)).toList()) {
        Folders.delete(runtime);
      }
    } catch (IOException e) {
      throw new LaunchFailure("LATCHKEY_DATA_DIR: " + all + " can't be cleared: " + e, e);
    }
  }

  @Override
  public void close() throws IOException {
    claim.close();
  }
}
