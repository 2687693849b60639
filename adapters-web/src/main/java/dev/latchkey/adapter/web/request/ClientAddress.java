package dev.latchkey.adapter.web.request;

import dev.latchkey.domain.network.Cidr;
import dev.latchkey.domain.network.IpAddress;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;

/**
 * Finds out from where a request comes.
 *
 * <p>Only {@code X-Forwarded-For} is read: a proxy that writes one forwarding header passes the others on as the client
 * wrote them, so believing several means believing the client.
 */
final class ClientAddress {
  private ClientAddress() {}

  /**
   * The peer, or, as long as that is a trusted proxy, whom it says it had the request from. Whatever the client itself
   * wrote stands left of that and is never reached.
   *
   * @param forwardedFor all {@code X-Forwarded-For} headers in their order
   */
  static IpAddress of(IpAddress peer, Enumeration<String> forwardedFor, List<Cidr> trustedProxies) {
    if (trustedProxies.isEmpty()) {
      return peer;
    }
    StringBuilder all = new StringBuilder();
    forwardedFor.asIterator().forEachRemaining(header -> all.append(all.isEmpty() ? "" : ",").append(header));
    String[] hops = all.toString().split(",");
    IpAddress nearest = peer;
    for (int i = hops.length - 1; i >= 0 && isTrusted(nearest, trustedProxies); i--) {
      Optional<IpAddress> before = IpAddress.parse(hops[i].strip());
      if (before.isEmpty()) {
        return nearest;
      }
      nearest = before.get();
    }
    return nearest;
  }

  private static boolean isTrusted(IpAddress address, List<Cidr> trustedProxies) {
    return trustedProxies.stream().anyMatch(network -> network.contains(address));
  }
}
