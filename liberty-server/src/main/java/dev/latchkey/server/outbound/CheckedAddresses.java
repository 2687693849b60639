package dev.latchkey.server.outbound;

import dev.latchkey.domain.network.AddressPolicy;
import dev.latchkey.domain.network.IpAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Dns;

/**
 * Finds a host's addresses, and refuses the host if any of them is forbidden: one that shows a public and a private
 * address means no good. The client connects to what is returned here and asks nobody again, so that a name server that
 * changes its mind has no second chance.
 */
final class CheckedAddresses implements Dns {
  private final AddressPolicy policy;
  private final Dns names;
  private final ExecutorService threads;
  private final Duration patience;

  /** @param threads for asking, because the system's resolver can't be interrupted */
  CheckedAddresses(AddressPolicy policy, Dns names, ExecutorService threads, Duration patience) {
    this.policy = policy;
    this.names = names;
    this.threads = threads;
    this.patience = patience;
  }

  @Override
  public List<InetAddress> lookup(String host) throws UnknownHostException {
    List<InetAddress> addresses = found(host);
    for (InetAddress address : addresses) {
      if (!policy.allows(host, new IpAddress(address))) {
        throw new Forbidden(host + " is at " + address.getHostAddress() + ", which is no public address");
      }
    }
    return addresses;
  }

  private List<InetAddress> found(String host) throws UnknownHostException {
    try {
      Future<List<InetAddress>> answer = threads.submit(() -> names.lookup(host));
      try {
        return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      } finally {
        answer.cancel(true);
      }
    } catch (RejectedExecutionException | TimeoutException slow) {
      throw unknown(host, slow);
    } catch (ExecutionException failed) {
      throw unknown(host, failed.getCause() == null ? failed : failed.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unknown(host, e);
    }
  }

  private static UnknownHostException unknown(String host, Throwable cause) {
    UnknownHostException unknown = new UnknownHostException("No address was found for " + host);
    unknown.initCause(cause);
    return unknown;
  }
}
