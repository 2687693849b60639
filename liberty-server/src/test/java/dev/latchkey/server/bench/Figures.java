package dev.latchkey.server.bench;

import java.util.Locale;

/**
 * What one run came to. Times are milliseconds.
 *
 * @param failed answers that were wrong, late or missing
 */
record Figures(long operations, long failed, double millis, double serverCpu, double databaseCpu, double p50,
    double p99) {

  double perSecond() {
    return operations * 1_000 / millis;
  }

  double serverCpuEach() {
    return serverCpu / operations;
  }

  double databaseCpuEach() {
    return databaseCpu / operations;
  }

  double cpuEach() {
    return serverCpuEach() + databaseCpuEach();
  }

  String inWords() {
    return String.format(Locale.ROOT, "%.1f/s, %.3f + %.3f ms CPU each, p50 %.1f ms, p99 %.1f ms, %d failed",
        perSecond(),
        serverCpuEach(), databaseCpuEach(), p50, p99, failed);
  }
}
