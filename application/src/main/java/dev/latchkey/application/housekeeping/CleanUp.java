package dev.latchkey.application.housekeeping;

import dev.latchkey.domain.housekeeping.Outdated;
import dev.latchkey.domain.housekeeping.Outdated.Kind;
import dev.latchkey.domain.housekeeping.Retention;
import dev.latchkey.domain.session.SessionRules;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;

/** Removes what is over, a little at a time. Of all nodes one does it, once an hour. */
public final class CleanUp {
  public static final String JOB = "clean-up";
  private static final Duration EVERY = Duration.ofHours(1);
  /** Few enough that nobody waits for them. */
  private static final int BATCH = 500;

  private final JobLeases leases;
  private final Leftovers leftovers;
  private final SessionRules rules;
  private final InstantSource clock;

  public CleanUp(JobLeases leases, Leftovers leftovers, SessionRules rules, InstantSource clock) {
    this.leases = leases;
    this.leftovers = leftovers;
    this.rules = rules;
    this.clock = clock;
  }

  public Outcome cleanUp() {
    Instant now = clock.instant();
    if (!leases.take(JOB, now, now.plus(EVERY))) {
      return new Outcome.NotDue();
    }
    Map<Kind, Integer> removed = new EnumMap<>(Kind.class);
    for (Outdated what : Retention.at(now, rules.plain())) {
      removed.put(what.kind(), removeAll(what));
    }
    return new Outcome.Done(removed);
  }

  private int removeAll(Outdated what) {
    int all = 0;
    int some;
    do {
      some = leftovers.remove(what, BATCH);
      all += some;
    } while (some == BATCH);
    return all;
  }

  /** What came of it. */
  public sealed interface Outcome {
    /** @param removed how many of each kind */
    record Done(Map<Kind, Integer> removed) implements Outcome {
      public Done {
        removed = Map.copyOf(removed);
      }
    }

    /** Another node did it within the hour, or is doing it. */
    record NotDue() implements Outcome {}
  }
}
