package dev.latchkey.domain.sso;

import dev.latchkey.domain.InvalidValue;
import java.util.regex.Pattern;

/** As what Latchkey is registered at the identity provider (RFC 6749 §2.2, appendix A.1). */
public record ClientId(String value) {
  private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7E]([\\x20-\\x7E]{0,253}[\\x21-\\x7E])?");

  /** @throws InvalidValue if it is blank, longer than 255 characters or holds anything but visible ASCII */
  public ClientId {
    if (!VISIBLE.matcher(value).matches()) {
      throw new InvalidValue("clientId", "MALFORMED", "Enter the client id as the identity provider shows it.");
    }
  }
}
