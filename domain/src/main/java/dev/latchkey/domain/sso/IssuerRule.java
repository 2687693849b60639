package dev.latchkey.domain.sso;

import dev.latchkey.domain.network.AddressPolicy;
import dev.latchkey.domain.network.IpAddress;
import java.util.Optional;

/**
 * Which issuers an organization may name at all, as far as the URL alone tells. Where a name leads is found out when it
 * is called.
 */
public record IssuerRule(AddressPolicy policy) {

  public boolean admits(IssuerUrl issuer) {
    String host = issuer.uri().getHost();
    Optional<IpAddress> address = address(host);
    return "https".equals(issuer.uri().getScheme())
        ? address.isEmpty() || policy.allows(host, address.get())
        : address.isPresent() && policy.allowsUnencrypted(host, address.get());
  }

  /** Of a host that needs no name server to be found: one written as an address, or this machine (RFC 6761 §6.3). */
  private static Optional<IpAddress> address(String host) {
    String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    return IpAddress.parse(bare.equals("localhost") ? "127.0.0.1" : bare);
  }
}
