package dev.latchkey.server.work;

import dev.latchkey.application.domainclaim.RecheckDomains;
import java.time.Duration;

/** Looks for the proofs of domains again as long as this node runs. Every node has one; they agree on who does it. */
public final class DomainWorker implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(DomainWorker.class.getName());
  /** How often this node asks whether it is its turn. */
  private static final Duration PAUSE = Duration.ofSeconds(10);

  private final RecheckDomains recheckDomains;
  private final RepeatedWork work;

  public DomainWorker(RecheckDomains recheckDomains) {
    this.recheckDomains = recheckDomains;
    this.work = new RepeatedWork("domain-check", this::once, PAUSE);
  }

  public void start() {
    work.start();
  }

  private Duration once() {
    switch (recheckDomains.recheck()) {
      case RecheckDomains.Outcome.Done done ->
        LOG.log(System.Logger.Level.INFO, "Looked for the proofs of {0} domains", done.checked());
      case RecheckDomains.Outcome.NotDue notDue -> {}
    }
    return PAUSE;
  }

  @Override
  public void close() {
    work.close();
  }
}
