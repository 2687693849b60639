package dev.latchkey.server.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * What to measure, and for how long.
 *
 * @param rounds how often each of a pair is measured, in turn with the other
 * @param each for how long at a time
 * @param warmUp for how long before, without measuring
 * @param parts some of {@code me}, {@code sign-in} and {@code sso}
 * @param java options of the server's JVM
 * @param latchkey the packaged server
 * @param output where reports and the raw output of wrk go
 */
record Options(int rounds, Duration each, Duration warmUp, Set<String> parts, List<String> java, Path latchkey,
    Path output) {

  /** Reads the system properties {@code bench.*}; what isn't given is as long as the mode says. */
  static Options read() {
    boolean quick = text("bench.mode", "full").equals("quick");
    return new Options(
        Integer.parseInt(text("bench.rounds", quick ? "3" : "5")),
        seconds("bench.seconds", quick ? "8" : "60"),
        seconds("bench.warmup", quick ? "30" : "40"),
        Set.of(text("bench.parts", "me,sign-in,sso").split(",")),
        List.of(text("bench.java", "-Xmx512m").split(" ")),
        Path.of("target/latchkey.jar").toAbsolutePath(),
        Path.of("target/bench").toAbsolutePath());
  }

  boolean has(String part) {
    return parts.contains(part);
  }

  private static Duration seconds(String name, String fallback) {
    return Duration.ofSeconds(Long.parseLong(text(name, fallback)));
  }

  private static String text(String name, String fallback) {
    String value = System.getProperty(name, "");
    return value.isBlank() ? fallback : value;
  }
}
