package dev.latchkey.application.walk;

import dev.latchkey.application.contract.Ports;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Walks from seeds. What {@code -Dwalk.seed} names is walked alone, to see a failure again. */
public final class Walks {
  private final Supplier<? extends Ports> ports;

  /** @param ports asked for each walk; they may be the same, nobody is met twice */
  public Walks(Supplier<? extends Ports> ports) {
    this.ports = ports;
  }

  /** @throws AssertionError with the seed and the fewest steps found that show a difference */
  public void take(int walks, int steps) {
    Optional<Long> wanted = Optional.ofNullable(Long.getLong("walk.seed"));
    if (wanted.isPresent()) {
      take(wanted.get(), steps);
      return;
    }
    for (long seed = 1; seed <= walks; seed++) {
      take(seed, steps);
    }
  }

  private void take(long seed, int count) {
    List<Step> steps = Step.random(new Random(seed), count);
    Optional<String> difference = difference(steps);
    if (difference.isPresent()) {
      List<Step> fewest = shortened(steps);
      throw new AssertionError("-Dwalk.seed=" + seed + " of " + count + " steps: " + difference.get() + "\nalso after "
          + fewest.size() + " steps: " + difference(fewest).orElse("") + "\n"
          + fewest.stream().map(Step::toString).collect(Collectors.joining("\n")));
    }
  }

  /** Leaves out, from the end on, whatever the difference does without; ever smaller pieces. */
  private List<Step> shortened(List<Step> failing) {
    List<Step> steps = new ArrayList<>(failing);
    for (int piece = Math.max(1, steps.size() / 2); piece > 0; piece /= 2) {
      for (int end = steps.size(); end > 0; end -= piece) {
        int from = Math.max(0, end - piece);
        List<Step> fewer = new ArrayList<>(steps.subList(0, from));
        fewer.addAll(steps.subList(Math.min(end, steps.size()), steps.size()));
        if (difference(fewer).isPresent()) {
          steps = fewer;
        }
      }
    }
    return steps;
  }

  private Optional<String> difference(List<Step> steps) {
    try {
      Walk.take(ports.get(), steps);
      return Optional.empty();
    } catch (Difference difference) {
      return Optional.of(String.valueOf(difference.getMessage()));
    }
  }
}
