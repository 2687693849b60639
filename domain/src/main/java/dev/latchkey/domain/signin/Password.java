package dev.latchkey.domain.signin;

import dev.latchkey.domain.InvalidValue;
import java.text.Normalizer;

/**
 * A password as a person typed it, in NFC so that the same keys give the same password on every system (NIST SP
 * 800-63B-4 §3.1.1.2). Nothing is cut off or trimmed.
 */
public record Password(String value) {
  private static final int LONGEST = 256;

  public Password {
    value = Normalizer.normalize(value, Normalizer.Form.NFC);
    if (value.isEmpty()) {
      throw new InvalidValue("password", "REQUIRED", "Please enter a password.");
    }
    if (value.length() > 2 * LONGEST || value.codePointCount(0, value.length()) > LONGEST) {
      throw new InvalidValue("password", "TOO_LONG", "Please use at most " + LONGEST + " characters.");
    }
    if (value.indexOf('\0') >= 0) {
      throw new InvalidValue("password", "FORBIDDEN_CHARACTER", "A password can't hold a NUL character.");
    }
  }

  public int length() {
    return value.codePointCount(0, value.length());
  }

  /** Keeps the password out of logs. */
  @Override
  public String toString() {
    return "Password[hidden]";
  }
}
