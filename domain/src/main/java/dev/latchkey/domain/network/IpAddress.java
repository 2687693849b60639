package dev.latchkey.domain.network;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** An IP address from a header or a socket; never a name, so that reading one asks no name server. */
public record IpAddress(InetAddress value) {
  private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
  private static final Pattern IPV4 = Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}");
  /** With a colon in it {@link InetAddress#getByName} takes it for a literal and asks nobody. */
  private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F.]*:[0-9a-fA-F:.]+");

  /** Reads a literal; an interface behind {@code %} is left out, an IPv4 address inside an IPv6 one taken out. */
  public static Optional<IpAddress> parse(String literal) {
    int zone = literal.indexOf('%');
    String address = zone < 0 ? literal : literal.substring(0, zone);
    if (!IPV4.matcher(address).matches() && !IPV6.matcher(address).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new IpAddress(InetAddress.getByName(address)));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  public boolean isLoopback() {
    return value.isLoopbackAddress();
  }

  /** The network that one household or machine has to itself: the address in IPv4, a /64 in IPv6 (RFC 6177). */
  public Cidr ownNetwork() {
    return new Cidr(this, value instanceof Inet4Address ? 32 : 64);
  }

  public String text() {
    return value.getHostAddress();
  }
}
