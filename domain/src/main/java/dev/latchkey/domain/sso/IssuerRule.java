package dev.latchkey.domain.sso;

import dev.latchkey.domain.network.IpAddress;
import java.net.URI;

/**
 * Which issuers an organization may name at all, going by the URL alone. Where a name leads is found out when it is
 * called.
 *
 * @param plainHttpHere whether an issuer on this machine may do without TLS, as identity providers on trial do
 */
public record IssuerRule(boolean plainHttpHere) {

  public boolean admits(IssuerUrl issuer) {
    URI uri = issuer.uri();
    return "https".equals(uri.getScheme()) || (plainHttpHere && isThisMachine(uri.getHost()));
  }

  private static boolean isThisMachine(String host) {
    String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    return bare.equals("localhost") || IpAddress.parse(bare).filter(IpAddress::isLoopback).isPresent();
  }
}
