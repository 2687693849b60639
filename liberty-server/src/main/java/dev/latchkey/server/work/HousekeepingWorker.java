package dev.latchkey.server.work;

import dev.latchkey.application.housekeeping.CleanUp;
import dev.latchkey.domain.housekeeping.Outdated.Kind;
import java.time.Duration;
import java.util.Map;

/** Removes what is over as long as this node runs. Every node has one; they agree on who does it. */
public final class HousekeepingWorker implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(HousekeepingWorker.class.getName());
  /** How often this node asks whether it is its turn. */
  private static final Duration PAUSE = Duration.ofSeconds(10);

  private final CleanUp cleanUp;
  private final RepeatedWork work;

  public HousekeepingWorker(CleanUp cleanUp) {
    this.cleanUp = cleanUp;
    this.work = new RepeatedWork("housekeeping", this::once, PAUSE);
  }

  public void start() {
    work.start();
  }

  private Duration once() {
    switch (cleanUp.cleanUp()) {
      case CleanUp.Outcome.Done done -> tell(done.removed());
      case CleanUp.Outcome.NotDue notDue -> {}
    }
    return PAUSE;
  }

  private static void tell(Map<Kind, Integer> removed) {
    if (removed.values().stream().anyMatch(count -> count > 0)) {
      LOG.log(System.Logger.Level.INFO, "Removed what was over: {0}", removed);
    }
  }

  @Override
  public void close() {
    work.close();
  }
}
