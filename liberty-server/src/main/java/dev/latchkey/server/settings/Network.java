package dev.latchkey.server.settings;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** A range of addresses in CIDR notation (RFC 4632), such as {@code 10.0.0.0/8}; a lone address is a range of one. */
public record Network(InetAddress first, int prefixLength) {

  public Network {
    if (prefixLength < 0 || prefixLength > first.getAddress().length * Byte.SIZE) {
      throw new IllegalArgumentException("prefix length " + prefixLength);
    }
  }

  static Network parse(String text) {
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    // Never a name: that would ask a resolver, and the answer could change.
    if (!address.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}") && !address.matches("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*")) {
      throw new IllegalArgumentException(text);
    }
    try {
      InetAddress first = InetAddress.getByName(address);
      int bits = first.getAddress().length * Byte.SIZE;
      return new Network(first, slash < 0 ? bits : Integer.parseInt(text.substring(slash + 1)));
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  /** Whether an address lies in this range. */
  public boolean contains(InetAddress address) {
    byte[] ours = first.getAddress();
    byte[] theirs = address.getAddress();
    if (ours.length != theirs.length) {
      return false;
    }
    for (int bit = 0; bit < prefixLength; bit++) {
      int mask = 0x80 >> bit % Byte.SIZE;
      if ((ours[bit / Byte.SIZE] & mask) != (theirs[bit / Byte.SIZE] & mask)) {
        return false;
      }
    }
    return true;
  }
}
