package dev.latchkey.domain.network;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/** A network in CIDR notation, or a single address. Two spellings of one network are equal. */
public record Cidr(IpAddress network, int prefix) {
  public Cidr {
    byte[] bits = network.value().getAddress();
    if (prefix < 0 || prefix > 8 * bits.length) {
      throw new IllegalArgumentException("/" + prefix + " is no prefix of " + network.text());
    }
    network = new IpAddress(masked(bits, prefix));
  }

  /** @throws IllegalArgumentException if the text is neither an address nor a network */
  public static Cidr parse(String text) {
    String[] parts = text.strip().split("/", -1);
    Optional<IpAddress> address = IpAddress.parse(parts[0]);
    if (address.isEmpty() || parts.length > 2 || (parts.length == 2 && !parts[1].matches("[0-9]{1,3}"))) {
      throw new IllegalArgumentException("'" + text + "' is no address and no network such as 10.0.0.0/8");
    }
    int longest = 8 * address.get().value().getAddress().length;
    return new Cidr(address.get(), parts.length == 2 ? Integer.parseInt(parts[1]) : longest);
  }

  public boolean contains(IpAddress address) {
    byte[] bits = address.value().getAddress();
    return bits.length == network.value().getAddress().length && masked(bits, prefix).equals(network.value());
  }

  /** In CIDR notation, a single address too. */
  public String text() {
    return network.text() + "/" + prefix;
  }

  private static InetAddress masked(byte[] bits, int prefix) {
    for (int i = 0; i < bits.length; i++) {
      int kept = Math.clamp(prefix - 8 * i, 0, 8);
      bits[i] &= (byte) (0xff << (8 - kept));
    }
    try {
      return InetAddress.getByAddress(bits);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("Bits of an address are an address", e);
    }
  }
}
