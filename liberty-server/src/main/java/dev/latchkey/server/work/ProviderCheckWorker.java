package dev.latchkey.server.work;

import dev.latchkey.application.federation.CheckProviderSessions;
import java.time.Duration;

/** Checks sessions at their identity providers as long as this node runs. Every node has one; they share the work. */
public final class ProviderCheckWorker implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(ProviderCheckWorker.class.getName());
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final CheckProviderSessions checkProviderSessions;
  private final RepeatedWork work;

  public ProviderCheckWorker(CheckProviderSessions checkProviderSessions) {
    this.checkProviderSessions = checkProviderSessions;
    this.work = new RepeatedWork("provider-check", this::once, PAUSE);
  }

  public void start() {
    work.start();
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
    work.close();
  }
}
