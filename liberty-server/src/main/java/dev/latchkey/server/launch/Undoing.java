package dev.latchkey.server.launch;

import java.util.ArrayDeque;
import java.util.Deque;

/** What has to be closed when the process ends, the last thing started first. */
final class Undoing {
  private final Deque<AutoCloseable> started = new ArrayDeque<>();
  private boolean over;

  /** Remembers something that runs. If the end has begun already, it is closed at once. */
  synchronized <T extends AutoCloseable> T add(T running) {
    if (over) {
      close(running);
    } else {
      started.push(running);
    }
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
