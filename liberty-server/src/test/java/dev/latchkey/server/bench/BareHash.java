package dev.latchkey.server.bench;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * The JDK's password hash and nothing else, on as many threads as the server hashes on, in this JVM, which is the
 * server's JDK: the most that sign-ins could reach.
 */
final class BareHash implements Work {
  private final int iterations;
  private final int threads;

  BareHash(int iterations, int threads) {
    this.iterations = iterations;
    this.threads = threads;
  }

  @Override
  public String name() {
    return "hash";
  }

  @Override
  public Figures run(Duration duration) {
    long start = System.nanoTime();
    List<Double> times = new ArrayList<>();
    double cpu = 0;
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      Callable<Share> work = () -> share(start + duration.toNanos());
      for (Future<Share> share : pool.invokeAll(Collections.nCopies(threads, work))) {
        times.addAll(share.get().times);
        cpu += share.get().cpuMillis;
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
    Collections.sort(times);
    return new Figures(times.size(), 0, (System.nanoTime() - start) / 1e6, cpu, 0, times.get(times.size() / 2),
        times.get(times.size() * 99 / 100));
  }

  private record Share(List<Double> times, double cpuMillis) {}

  private Share share(long end) throws GeneralSecurityException {
    List<Double> times = new ArrayList<>();
    long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    long last = System.nanoTime();
    while (last < end) {
      hash();
      long now = System.nanoTime();
      times.add((now - last) / 1e6);
      last = now;
    }
    return new Share(times, (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1e6);
  }

  private void hash() throws GeneralSecurityException {
    byte[] salt = "sixteen bytes of".getBytes(StandardCharsets.US_ASCII);
    PBEKeySpec spec = new PBEKeySpec(Population.PASSWORD.toCharArray(), salt, iterations, 256);
    SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec);
  }
}
