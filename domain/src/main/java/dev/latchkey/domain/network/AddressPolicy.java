package dev.latchkey.domain.network;

import java.net.Inet4Address;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where calls may go whose target a customer named: to public addresses, and to what the operator exempted. All else is
 * inside the house or nowhere, and a customer has no business there (RFC 6890, and the registries that it founded).
 *
 * @param exemptions what may be called besides
 */
public record AddressPolicy(List<Exemption> exemptions) {
  private static final List<Cidr> NOT_PUBLIC_IPV4 = networks("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8",
      "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16",
      "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4");
  /** Nothing outside of it is public: neither addresses that hold an IPv4 address nor NAT64, unique local or multicast. */
  private static final Cidr GLOBAL_IPV6 = Cidr.parse("2000::/3");
  /** Teredo, ORCHID and the like; documentation; 6to4, which leads to an IPv4 address of anybody's choice. */
  private static final List<Cidr> NOT_PUBLIC_IPV6 =
      networks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");
  private static final List<Exemption> LOOPBACK = List.of(Exemption.parse("127.0.0.0/8"), Exemption.parse("::1"));

  public AddressPolicy {
    exemptions = List.copyOf(exemptions);
  }

  /** The policy that also lets calls go to this machine, as is convenient in a trial. */
  public AddressPolicy withLoopback() {
    return new AddressPolicy(Stream.concat(exemptions.stream(), LOOPBACK.stream()).toList());
  }

  /** @param host as it was written, for which the address was found */
  public boolean allows(String host, IpAddress address) {
    return isPublic(address) || exemptions.stream().anyMatch(exemption -> exemption.covers(host, address));
  }

  /** Without TLS, calls don't leave this machine. */
  public boolean allowsUnencrypted(String host, IpAddress address) {
    return address.isLoopback() && allows(host, address);
  }

  private static boolean isPublic(IpAddress address) {
    if (address.value() instanceof Inet4Address) {
      return NOT_PUBLIC_IPV4.stream().noneMatch(network -> network.contains(address));
    }
    return GLOBAL_IPV6.contains(address) && NOT_PUBLIC_IPV6.stream().noneMatch(network -> network.contains(address));
  }

  private static List<Cidr> networks(String... texts) {
    return Stream.of(texts).map(Cidr::parse).toList();
  }

  /** What the operator lets customers call besides: a network, or a host wherever it is. */
  public sealed interface Exemption {
    boolean covers(String host, IpAddress address);

    record Network(Cidr network) implements Exemption {
      @Override
      public boolean covers(String host, IpAddress address) {
        return network.contains(address);
      }
    }

    record Host(String name) implements Exemption {
      @Override
      public boolean covers(String host, IpAddress address) {
        return name.equalsIgnoreCase(host);
      }
    }

    /** @throws IllegalArgumentException if it is neither a network, nor an address, nor the name of a host */
    static Exemption parse(String text) {
      boolean numbers = text.contains("/") || Optional.of(text).flatMap(IpAddress::parse).isPresent();
      if (numbers) {
        return new Network(Cidr.parse(text));
      }
      if (!text.matches("(?=.*[A-Za-z])[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?")) {
        throw new IllegalArgumentException("'" + text + "' is neither a network nor a host");
      }
      return new Host(text.toLowerCase(Locale.ROOT));
    }
  }
}
