package dev.latchkey.server.launch;

import dev.latchkey.server.boot.Folders;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The files of the embedded database, and what a death at any moment may have left of them. Whoever uses it has claimed
 * the data directory around it.
 */
final class DatabaseFolder {
  private final Path folder;

  DatabaseFolder(Path folder) {
    this.folder = folder;
  }

  Path data() {
    return folder.resolve("data");
  }

  Path startLog() {
    return folder.resolve("start.log");
  }

  Path passwordFile() {
    return folder.resolve("password");
  }

  private Path finishedMark() {
    return folder.resolve("initialised");
  }

  /** Stops a PostgreSQL that outlived the process which started it. It would hold the files and the port. */
  void stopLeftOver() throws IOException {
    Path pidFile = data().resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    Optional<ProcessHandle> postmaster = Files.readAllLines(pidFile).stream()
        .findFirst()
        .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.strip())))
        // The number may long belong to something else.
        .filter(process -> process.info().command().orElse("").endsWith("postgres"));
    if (postmaster.isPresent()) {
      stop(postmaster.get());
    }
    Files.deleteIfExists(pidFile);
  }

  private static void stop(ProcessHandle postmaster) throws IOException {
    postmaster.destroy();
    try {
      postmaster.onExit().get(20, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      postmaster.destroyForcibly();
      postmaster.onExit().join();
    } catch (ExecutionException e) {
      throw new IOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /** Clears away a database whose creation was cut short, which held nothing yet. Returns whether to create one. */
  boolean discardUnfinished() throws IOException {
    if (Files.exists(finishedMark())) {
      return false;
    }
    Folders.delete(data());
    return true;
  }

  void finished() throws IOException {
    Files.createFile(finishedMark());
  }

  /** The password, made up once. */
  String password() throws IOException {
    if (!Files.exists(passwordFile())) {
      byte[] random = new byte[24];
      new SecureRandom().nextBytes(random);
      Path unfinished = Files.createTempFile(folder, "password", "",
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(unfinished, HexFormat.of().formatHex(random));
      Files.move(unfinished, passwordFile());
    }
    return Files.readString(passwordFile()).strip();
  }

  /** The port of the last start, or another one if somebody took it meanwhile. */
  int port() throws IOException {
    Path file = folder.resolve("port");
    if (Files.exists(file)) {
      int kept = Integer.parseInt(Files.readString(file).strip());
      if (isFree(kept)) {
        return kept;
      }
    }
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Files.writeString(file, Integer.toString(socket.getLocalPort()));
      return socket.getLocalPort();
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
