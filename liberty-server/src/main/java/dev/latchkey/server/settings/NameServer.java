package dev.latchkey.server.settings;

import java.net.InetSocketAddress;

/** A name server as it is written down: a host or an address, and a port, if it isn't the usual one. */
final class NameServer {
  private static final int USUAL_PORT = 53;

  private NameServer() {}

  /**
   * Takes {@code 192.0.2.53}, {@code 192.0.2.53:5353}, {@code dns.example.com:53}, {@code 2001:db8::53} and, with a port,
   * {@code [2001:db8::53]:53}.
   *
   * @throws IllegalArgumentException if it is nothing of the kind, or no such host is known
   */
  static InetSocketAddress parse(String text) {
    int colon = text.lastIndexOf(':');
    boolean hasPort = colon > 0 && (text.charAt(colon - 1) == ']' || text.indexOf(':') == colon);
    String host = hasPort ? text.substring(0, colon) : text;
    int port = hasPort ? Integer.parseInt(text.substring(colon + 1)) : USUAL_PORT;
    InetSocketAddress server = new InetSocketAddress(host, port);
    if (host.isEmpty() || port == 0 || server.isUnresolved()) {
      throw new IllegalArgumentException(text);
    }
    return server;
  }
}
