package dev.latchkey.server.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Dns;
import okhttp3.HttpUrl;

/**
 * Asks for names and doesn't wait longer than is bearable. The system's resolver can't be interrupted, so a name server
 * that never answers keeps a thread for as long as the resolver likes. Hence whoever owns a domain, and with it the name
 * servers of all names below, gets few threads at a time; and a name for which there is none waits instead of failing.
 */
final class Lookups implements Dns, AutoCloseable {
  private static final int OF_EACH = 2;

  private final Dns names;
  private final Duration patience;
  private final Semaphore all;
  private final Map<String, Owner> owners = new ConcurrentHashMap<>();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("lookup-", 0).factory());

  /**
   * @param patience how long an answer may take, with the wait for a thread
   * @param atMost how many names may be asked for at a time
   */
  Lookups(Dns names, Duration patience, int atMost) {
    this.names = names;
    this.patience = patience;
    this.all = new Semaphore(atMost, true);
  }

  @Override
  public List<InetAddress> lookup(String host) throws UnknownHostException {
    long end = System.nanoTime() + patience.toNanos();
    try {
      return ask(host, end).get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException | TimeoutException slow) {
      throw unknown(host, slow);
    } catch (ExecutionException failed) {
      throw unknown(host, Optional.ofNullable(failed.getCause()).orElse(failed));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unknown(host, e);
    }
  }

  private CompletableFuture<List<InetAddress>> ask(String host, long end)
      throws InterruptedException, TimeoutException {
    CompletableFuture<List<InetAddress>> answer = new CompletableFuture<>();
    Turn turn = new Turn(ownerOf(host));
    try {
      turn.await(end);
      threads.execute(() -> {
        try {
          answer.complete(names.lookup(host));
        } catch (UnknownHostException | RuntimeException e) {
          answer.completeExceptionally(e);
        } finally {
          // Not when nobody waits any more: the thread is taken until here.
          turn.end();
        }
      });
      return answer;
    } catch (InterruptedException | TimeoutException | RejectedExecutionException e) {
      turn.end();
      throw e;
    }
  }

  /** The domain that somebody has registered; a name that is below none is its own. */
  private static String ownerOf(String host) {
    HttpUrl url = HttpUrl.parse("https://" + host + "/");
    return Optional.ofNullable(url == null ? null : url.topPrivateDomain()).orElse(host);
  }

  private static UnknownHostException unknown(String host, Throwable cause) {
    UnknownHostException unknown = new UnknownHostException("No address was found for " + host);
    unknown.initCause(cause);
    return unknown;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  /** One thread out of those of an owner, and out of all. */
  private final class Turn {
    private final String name;
    private final Owner owner;
    private boolean ofOwner;
    private boolean ofAll;

    Turn(String name) {
      this.name = name;
      this.owner = owners.compute(name, (key, known) -> (known == null ? new Owner() : known).withOneMore());
    }

    void await(long end) throws InterruptedException, TimeoutException {
      ofOwner = take(owner.free, end);
      ofAll = take(all, end);
    }

    void end() {
      if (ofAll) {
        all.release();
      }
      if (ofOwner) {
        owner.free.release();
      }
      owners.computeIfPresent(name, (key, known) -> known.withOneLess() == 0 ? null : known);
    }

    private static boolean take(Semaphore threads, long end) throws InterruptedException, TimeoutException {
      if (!threads.tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
        throw new TimeoutException("Too many names are being asked for");
      }
      return true;
    }
  }

  /** Whose names are being asked for; kept as long as any is. */
  private static final class Owner {
    private final Semaphore free = new Semaphore(OF_EACH, true);
    private int names;

    Owner withOneMore() {
      names++;
      return this;
    }

    int withOneLess() {
      return --names;
    }
  }
}
