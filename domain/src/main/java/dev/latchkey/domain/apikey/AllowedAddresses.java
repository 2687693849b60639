package dev.latchkey.domain.apikey;

import dev.latchkey.domain.InvalidValue;
import dev.latchkey.domain.network.Cidr;
import dev.latchkey.domain.network.IpAddress;
import java.util.List;

/** From where a key may be used; from everywhere if no network is named. */
public record AllowedAddresses(List<Cidr> networks) {
  public static final AllowedAddresses EVERYWHERE = new AllowedAddresses(List.of());
  private static final int MOST = 20;

  public AllowedAddresses {
    networks = networks.stream().distinct().toList();
    if (networks.size() > MOST) {
      throw new InvalidValue("allowedIps", "TOO_MANY", "Please name at most " + MOST + " addresses or networks.");
    }
  }

  /** @throws InvalidValue if one of the texts is neither an address nor a network */
  public static AllowedAddresses parse(List<String> texts) {
    return new AllowedAddresses(texts.stream().map(AllowedAddresses::network).toList());
  }

  private static Cidr network(String text) {
    try {
      return Cidr.parse(text);
    } catch (IllegalArgumentException e) {
      throw new InvalidValue("allowedIps", "MALFORMED",
          "Please give addresses and networks, such as 203.0.113.7 or 203.0.113.0/24.");
    }
  }

  public boolean allow(IpAddress address) {
    return networks.isEmpty() || networks.stream().anyMatch(network -> network.contains(address));
  }

  /** In CIDR notation. */
  public List<String> texts() {
    return networks.stream().map(Cidr::text).toList();
  }
}
