package dev.latchkey.server.work;

import dev.latchkey.application.Unavailable;
import java.time.Duration;
import java.util.function.Supplier;

/** A thread that does one thing over and over as long as this node runs, whatever becomes of a round. */
public final class RepeatedWork implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(RepeatedWork.class.getName());

  private final Supplier<Duration> round;
  private final Duration pauseAfterTrouble;
  private final Bell bell;
  private final Thread thread;

  /** @param round does it once and says how long to rest then */
  public RepeatedWork(String name, Supplier<Duration> round, Duration pauseAfterTrouble) {
    this(name, round, pauseAfterTrouble, new Bell());
  }

  /** @param bell ends a rest before its time */
  public RepeatedWork(String name, Supplier<Duration> round, Duration pauseAfterTrouble, Bell bell) {
    this.round = round;
    this.pauseAfterTrouble = pauseAfterTrouble;
    this.bell = bell;
    this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
  }

  public void start() {
    thread.start();
  }

  private void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        bell.rest(once());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Duration once() {
    try {
      return round.get();
    } catch (Unavailable e) {
      // Whatever else needs the database says so; this can wait.
      LOG.log(System.Logger.Level.DEBUG, () -> thread.getName() + " waits for the database", e);
    } catch (RuntimeException e) {
      // A thread that dies of one bad round would hold back all that come after it.
      LOG.log(System.Logger.Level.ERROR, () -> thread.getName() + " failed; it will be tried again", e);
    }
    return pauseAfterTrouble;
  }

  /** Stops after the round at hand. */
  @Override
  public void close() {
    thread.interrupt();
  }
}
