package dev.latchkey.domain.sso;

import dev.latchkey.domain.InvalidValue;
import java.util.regex.Pattern;

/** With what Latchkey proves itself to the identity provider (RFC 6749 §2.3.1, appendix A.2). */
public record ClientSecret(String value) {
  private static final Pattern VISIBLE = Pattern.compile("[\\x20-\\x7E]{1,1024}");

  /** @throws InvalidValue if it is empty, longer than 1,024 characters or holds anything but ASCII */
  public ClientSecret {
    if (!VISIBLE.matcher(value).matches() || value.isBlank()) {
      throw new InvalidValue("clientSecret", "MALFORMED",
          "Enter the client secret as the identity provider shows it: its value, not its id.");
    }
  }

  /** Keeps it out of logs. */
  @Override
  public String toString() {
    return "ClientSecret[…]";
  }
}
