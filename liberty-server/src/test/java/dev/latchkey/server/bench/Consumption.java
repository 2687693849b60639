package dev.latchkey.server.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What the server and its database take from the machine, as Linux counts it in {@code /proc} (proc(5)). */
final class Consumption {
  /** USER_HZ, which programs see as 100 on every Linux whatever the kernel's own clock. */
  private static final long MILLIS_PER_TICK = 10;

  private final ProcessHandle server;
  private final ProcessHandle postmaster;

  Consumption(ProcessHandle server, ProcessHandle postmaster) {
    this.server = server;
    this.postmaster = postmaster;
  }

  /** CPU time of all their threads and processes so far. */
  Cpu cpu() {
    // PostgreSQL's processes are children of one; it adds up those that have ended.
    long database = ticks(postmaster, 4) + postmaster.children().mapToLong(backend -> ticks(backend, 2)).sum();
    return new Cpu(ticks(server, 2) * MILLIS_PER_TICK, database * MILLIS_PER_TICK);
  }

  /** CPU time in milliseconds. */
  record Cpu(long server, long database) {
    Cpu since(Cpu before) {
      return new Cpu(server - before.server, database - before.database);
    }

    long both() {
      return server + database;
    }
  }

  /** Resident memory of the server process. */
  long residentMebibytes() {
    try {
      List<String> status = Files.readAllLines(folder(server).resolve("status"));
      String line = status.stream().filter(text -> text.startsWith("VmRSS:")).findFirst().orElseThrow();
      return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until the server has been idle for a while. */
  void awaitIdle() {
    long before = Long.MIN_VALUE;
    long now = cpu().both();
    for (int tries = 0; tries < 30 && now - before > 50; tries++) {
      pause();
      before = now;
      now = cpu().both();
    }
  }

  private static void pause() {
    try {
      TimeUnit.SECONDS.sleep(1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** @param fields 2 for utime and stime, 4 with those of ended children */
  private static long ticks(ProcessHandle process, int fields) {
    try {
      String stat = Files.readString(folder(process).resolve("stat"));
      // The name in front, in parentheses, may hold blanks; utime is field 14, the third is the first behind the name.
      String[] values = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      long sum = 0;
      for (int i = 0; i < fields; i++) {
        sum += Long.parseLong(values[14 - 3 + i]);
      }
      return sum;
    } catch (NoSuchFileException e) {
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folder(ProcessHandle process) {
    return Path.of("/proc", Long.toString(process.pid()));
  }
}
