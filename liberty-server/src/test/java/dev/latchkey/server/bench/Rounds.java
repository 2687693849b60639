package dev.latchkey.server.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** One kind of work, measured several times. */
final class Rounds {
  private final Work work;
  private final List<Figures> figures = new ArrayList<>();

  Rounds(Work work) {
    this.work = work;
  }

  /** Measures work that there is nothing to compare with. */
  static Rounds measure(Work work, Options options) {
    Rounds rounds = new Rounds(work);
    rounds.warmUp(options.warmUp());
    for (int round = 0; round < options.rounds(); round++) {
      rounds.next(options);
    }
    return rounds;
  }

  void warmUp(Duration duration) {
    work.run(duration);
  }

  void next(Options options) {
    Figures next = work.run(options.each());
    System.out.println(work.name() + ": " + next.inWords());
    figures.add(next);
  }

  long failed() {
    return figures.stream().mapToLong(Figures::failed).sum();
  }

  /** Medians as a row of a Markdown table. */
  String row() {
    return String.format(Locale.ROOT, "| %s | %.1f | %.3f | %.3f | %.1f | %.1f | %d of %d |%n", work.name(),
        median(Figures::perSecond), median(Figures::cpuEach), median(Figures::databaseCpuEach), median(Figures::p50),
        median(Figures::p99), failed(), figures.stream().mapToLong(Figures::operations).sum());
  }

  double median(ToDoubleFunction<Figures> figure) {
    double[] sorted = figures.stream().mapToDouble(figure).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
