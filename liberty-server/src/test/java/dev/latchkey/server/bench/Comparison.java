package dev.latchkey.server.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Two kinds of work measured in turn, so that whatever else happens on the machine hits both. */
final class Comparison {
  private final Work ours;
  private final Work bare;
  private final List<Figures> oursFigures = new ArrayList<>();
  private final List<Figures> bareFigures = new ArrayList<>();

  private Comparison(Work ours, Work bare) {
    this.ours = ours;
    this.bare = bare;
  }

  static Comparison measure(Work ours, Work bare, Options options) {
    Comparison comparison = new Comparison(ours, bare);
    Duration half = options.warmUp().dividedBy(2);
    ours.run(half);
    bare.run(half);
    for (int round = 0; round < options.rounds(); round++) {
      comparison.oursFigures.add(comparison.told(ours, options));
      comparison.bareFigures.add(comparison.told(bare, options));
    }
    return comparison;
  }

  private Figures told(Work work, Options options) {
    Figures figures = work.run(options.each());
    System.out.println(work.name() + ": " + figures.inWords());
    return figures;
  }

  long failed() {
    return oursFigures.stream().mapToLong(Figures::failed).sum()
        + bareFigures.stream().mapToLong(Figures::failed).sum();
  }

  /** Medians as rows of a Markdown table, and what ours reaches of the bare one. */
  String table() {
    double perSecond = median(oursFigures, Figures::perSecond) / median(bareFigures, Figures::perSecond);
    double perCpu = median(bareFigures, Figures::cpuEach) / median(oursFigures, Figures::cpuEach);
    return row(ours, oursFigures) + row(bare, bareFigures)
        + String.format(Locale.ROOT, "| reached | %.0f %% | %.0f %% | | | | |%n", perSecond * 100, perCpu * 100);
  }

  private static String row(Work work, List<Figures> figures) {
    return String.format(Locale.ROOT, "| %s | %.1f | %.3f | %.3f | %.1f | %.1f | %d of %d |%n", work.name(),
        median(figures, Figures::perSecond), median(figures, Figures::cpuEach),
        median(figures, Figures::databaseCpuEach), median(figures, Figures::p50),
        median(figures, Figures::p99), figures.stream().mapToLong(Figures::failed).sum(),
        figures.stream().mapToLong(Figures::operations).sum());
  }

  private static double median(List<Figures> figures, ToDoubleFunction<Figures> figure) {
    double[] sorted = figures.stream().mapToDouble(figure).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
