package dev.latchkey.application.authenticator;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** As much of CBOR (RFC 8949 §3) as authenticators write. */
final class Cbor {
  private Cbor() {}

  static byte[] integer(int value) {
    return value >= 0 ? head(0, value) : head(1, -1 - value);
  }

  static byte[] bytes(byte[] content) {
    return joined(head(2, content.length), content);
  }

  static byte[] text(String content) {
    byte[] utf8 = content.getBytes(StandardCharsets.UTF_8);
    return joined(head(3, utf8.length), utf8);
  }

  /** @param encoded keys and values in turns, already encoded */
  static byte[] map(byte[]... encoded) {
    return joined(head(5, encoded.length / 2), joined(encoded));
  }

  static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    List.of(parts).forEach(joined::writeBytes);
    return joined.toByteArray();
  }

  private static byte[] head(int major, int number) {
    if (number < 24) {
      return new byte[]{(byte) (major << 5 | number)};
    }
    return number < 256
        ? new byte[]{(byte) (major << 5 | 24), (byte) number}
        : new byte[]{(byte) (major << 5 | 25), (byte) (number >> 8), (byte) number};
  }
}
