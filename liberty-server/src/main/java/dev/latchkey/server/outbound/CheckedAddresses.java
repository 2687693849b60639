package dev.latchkey.server.outbound;

import dev.latchkey.domain.network.AddressPolicy;
import dev.latchkey.domain.network.IpAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import okhttp3.Dns;

/**
 * Finds a host's addresses, and refuses the host if any of them is forbidden: one that shows a public and a private
 * address means no good. The client connects to what is returned here and asks nobody again, so that a name server that
 * changes its mind has no second chance.
 */
final class CheckedAddresses implements Dns {
  private final AddressPolicy policy;
  private final Dns names;

  CheckedAddresses(AddressPolicy policy, Dns names) {
    this.policy = policy;
    this.names = names;
  }

  @Override
  public List<InetAddress> lookup(String host) throws UnknownHostException {
    List<InetAddress> addresses = names.lookup(host);
    for (InetAddress address : addresses) {
      if (!policy.allows(host, new IpAddress(address))) {
        throw new Forbidden(host + " is at " + address.getHostAddress() + ", which is no public address");
      }
    }
    return addresses;
  }
}
