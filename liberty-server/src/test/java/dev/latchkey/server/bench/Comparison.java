package dev.latchkey.server.bench;

import java.time.Duration;
import java.util.Locale;

/** Two kinds of work measured in turn, so that whatever else happens on the machine hits both. */
record Comparison(Rounds ours, Rounds bare) {

  static Comparison measure(Work ours, Work bare, Options options) {
    Comparison comparison = new Comparison(new Rounds(ours), new Rounds(bare));
    Duration half = options.warmUp().dividedBy(2);
    comparison.ours.warmUp(half);
    comparison.bare.warmUp(half);
    for (int round = 0; round < options.rounds(); round++) {
      comparison.ours.next(options);
      comparison.bare.next(options);
    }
    return comparison;
  }

  long failed() {
    return ours.failed() + bare.failed();
  }

  /** Medians as rows of a Markdown table, and what ours reaches of the bare one. */
  String table() {
    double perSecond = ours.median(Figures::perSecond) / bare.median(Figures::perSecond);
    double perCpu = bare.median(Figures::cpuEach) / ours.median(Figures::cpuEach);
    return ours.row() + bare.row()
        + String.format(Locale.ROOT, "| reached | %.0f %% | %.0f %% | | | | |%n", perSecond * 100, perCpu * 100);
  }
}
