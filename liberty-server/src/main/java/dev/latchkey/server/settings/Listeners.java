package dev.latchkey.server.settings;

import java.util.Locale;

/** Where this node listens: the application for people and programs, and health for whoever watches over it. */
public record Listeners(Address application, Address management) {

  /** A host or address of this machine, and a port. */
  public record Address(String host, int port) {
    static Address parse(String text) {
      int colon = text.lastIndexOf(':');
      return new Address(colon < 0 ? "127.0.0.1" : text.substring(0, colon), port(text.substring(colon + 1)));
    }

    private static int port(String text) {
      int port = Integer.parseInt(text);
      if (port < 1 || port > 65_535) {
        throw new IllegalArgumentException(text);
      }
      return port;
    }

    /** An address to call this listener at from the same machine. */
    public String reachable() {
      boolean everywhere = host.equals("*") || host.equals("0.0.0.0") || host.equals("::");
      String name = everywhere ? "127.0.0.1" : host;
      return String.format(Locale.ROOT, name.contains(":") ? "[%s]:%d" : "%s:%d", name, port);
    }
  }

  static Listeners read(Values values, Mode mode) {
    Listeners listeners = new Listeners(
        new Address(
            values.text("LATCHKEY_HTTP_HOST", mode == Mode.TRIAL ? "127.0.0.1" : "0.0.0.0"),
            values.number("LATCHKEY_HTTP_PORT", 9080, 1, 65_535)),
        values.parsed("LATCHKEY_MANAGEMENT_PORT", new Address("127.0.0.1", 9990),
            "a port or address:port such as 127.0.0.1:9990", Address::parse));
    if (listeners.application.port == listeners.management.port) {
      values.refuse("LATCHKEY_MANAGEMENT_PORT", "must differ from LATCHKEY_HTTP_PORT");
    }
    return listeners;
  }
}
