package dev.latchkey.server.launch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/** What has to be closed when the process ends, the last thing started first. */
final class Undoing {
  private final Deque<AutoCloseable> started = new ArrayDeque<>();
  private boolean over;

  /** Starts something, unless the end has begun. An end that begins meanwhile waits for it, or it would be left behind. */
  synchronized <T extends AutoCloseable> T start(Supplier<T> starter) {
    if (over) {
      throw new LaunchFailure("stopped while starting");
    }
    T running = starter.get();
    started.push(running);
    return running;
  }

  synchronized void run() {
    over = true;
    while (!started.isEmpty()) {
      close(started.pop());
    }
  }

  @SuppressWarnings("CatchAndPrintStackTrace") // The log is closed by now.
  private static void close(AutoCloseable running) {
    try {
      running.close();
    } catch (Exception e) {
      e.printStackTrace();
    }
  }
}
