package dev.latchkey.server.boot;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Ends this process together with the one that started it, if {@code LATCHKEY_EXIT_WITH_PARENT} is {@code true}: a Maven
 * or a test that is killed can't stop its server any more.
 */
final class ParentWatch {
  private ParentWatch() {}

  static void startIfAsked() {
    if (!"true".equals(System.getenv("LATCHKEY_EXIT_WITH_PARENT"))) {
      return;
    }
    Optional<ProcessHandle> parent = ProcessHandle.current().parent();
    // On a thread of its own: exiting waits for the shutdown hooks, and those may need the pool that tells of the end.
    Runnable exit = () -> new Thread(() -> System.exit(0), "parent-is-gone").start();
    var unused =
        parent.map(ProcessHandle::onExit).orElseGet(() -> CompletableFuture.completedFuture(null)).thenRun(exit);
  }
}
