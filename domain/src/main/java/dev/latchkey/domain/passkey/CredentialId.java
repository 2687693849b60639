package dev.latchkey.domain.passkey;

import dev.latchkey.domain.InvalidValue;

/** The name that an authenticator gave its passkey: at most 1023 bytes, unique over everybody (WebAuthn Level 3 §4). */
public record CredentialId(Octets octets) {
  private static final int LONGEST = 1364;

  public CredentialId {
    int length = octets.base64Url().length();
    if (length == 0 || length > LONGEST) {
      throw new InvalidValue("id", "MALFORMED", "This is not the id of a passkey.");
    }
  }

  public static CredentialId parse(String base64Url) {
    return new CredentialId(new Octets(base64Url));
  }

  public String base64Url() {
    return octets.base64Url();
  }
}
