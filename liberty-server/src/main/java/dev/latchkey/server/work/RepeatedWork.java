package dev.latchkey.server.work;

import java.time.Duration;
import java.util.function.Supplier;

/** A thread that does one thing over and over as long as this node runs. */
public final class RepeatedWork implements AutoCloseable {
  private final Supplier<Duration> round;
  private final Thread thread;

  /** @param round does it once and says how long to rest then; it never throws */
  public RepeatedWork(String name, Supplier<Duration> round) {
    this.round = round;
    this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
  }

  public void start() {
    thread.start();
  }

  private void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        Thread.sleep(round.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Stops after the round at hand. */
  @Override
  public void close() {
    thread.interrupt();
  }
}
