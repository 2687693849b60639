package dev.latchkey.server.e2e;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Does many things at the same moment. */
final class Together {
  private Together() {}

  /**
   * Does a task that many times, each on a thread of its own; all are released together once all threads are there.
   *
   * @param task makes the task of a number from 0 on, before the release
   */
  static <T> List<T> run(int times, IntFunction<Callable<T>> task) {
    CountDownLatch ready = new CountDownLatch(times);
    CountDownLatch go = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newFixedThreadPool(times)) {
      List<Future<T>> running = new ArrayList<>();
      for (int i = 0; i < times; i++) {
        Callable<T> next = task.apply(i);
        running.add(threads.submit(() -> {
          ready.countDown();
          go.await();
          return next.call();
        }));
      }
      ready.await();
      go.countDown();
      List<T> results = new ArrayList<>();
      for (Future<T> one : running) {
        results.add(one.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
