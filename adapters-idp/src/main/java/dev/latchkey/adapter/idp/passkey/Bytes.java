package dev.latchkey.adapter.idp.passkey;

import com.yubico.webauthn.data.ByteArray;
import dev.latchkey.domain.onetime.LinkToken;
import dev.latchkey.domain.passkey.Octets;
import java.nio.charset.StandardCharsets;

/** Our values in the library's form, and back. */
final class Bytes {
  private Bytes() {}

  static ByteArray of(Octets octets) {
    return new ByteArray(octets.bytes());
  }

  static ByteArray of(LinkToken challenge) {
    return ascii(challenge.value());
  }

  static ByteArray ascii(String text) {
    return new ByteArray(text.getBytes(StandardCharsets.US_ASCII));
  }

  static Octets octets(ByteArray bytes) {
    return Octets.of(bytes.getBytes());
  }
}
