package dev.latchkey.server.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Where it was measured, and how busy that was with other things. */
final class Machine {
  private Machine() {}

  static String inWords() throws IOException {
    return String.format(Locale.ROOT, "%d × %s, %d GiB, %s %s, Java %s", Runtime.getRuntime().availableProcessors(),
        field("/proc/cpuinfo", "model name"),
        Long.parseLong(field("/proc/meminfo", "MemTotal").replaceAll("\\D", "")) / 1024 / 1024,
        System.getProperty("os.name"), System.getProperty("os.version"), System.getProperty("java.runtime.version"));
  }

  /** The load averages of the last 1, 5 and 15 minutes. */
  static String load() throws IOException {
    return Files.readString(Path.of("/proc/loadavg")).replaceAll("(\\S+ \\S+ \\S+).*", "$1").strip();
  }

  private static String field(String file, String name) throws IOException {
    return Files.readAllLines(Path.of(file)).stream().filter(line -> line.startsWith(name)).findFirst().orElse("?")
        .replaceFirst(".*:\\s*", "");
  }
}
