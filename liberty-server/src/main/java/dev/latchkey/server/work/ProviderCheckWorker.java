package dev.latchkey.server.work;

import dev.latchkey.application.federation.CheckProviderSessions;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Checks sessions at their identity providers as long as this node runs. Every node has one; they share the work. A
 * provider that takes its time holds up one of several threads.
 */
public final class ProviderCheckWorker implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(ProviderCheckWorker.class.getName());
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final int THREADS = 4;

  private final CheckProviderSessions checkProviderSessions;
  private final List<RepeatedWork> work;

  public ProviderCheckWorker(CheckProviderSessions checkProviderSessions) {
    this.checkProviderSessions = checkProviderSessions;
    this.work = IntStream.range(0, THREADS)
        .mapToObj(thread -> new RepeatedWork("provider-check-" + thread, this::once, PAUSE)).toList();
  }

  public void start() {
    work.forEach(RepeatedWork::start);
  }

  private Duration once() {
    CheckProviderSessions.Outcome outcome = checkProviderSessions.check();
    if (outcome.over() > 0) {
      LOG.log(System.Logger.Level.INFO, "{0} sign-in(s) ended by their identity provider", outcome.over());
    }
    return outcome.checked() > 0 ? Duration.ZERO : PAUSE;
  }

  /** Stops after the round at hand. */
  @Override
  public void close() {
    work.forEach(RepeatedWork::close);
  }
}
