package dev.latchkey.domain.mfa;

import dev.latchkey.domain.InvalidValue;
import java.util.regex.Pattern;

/** Six digits from an authenticator app, as typed; spaces between them don't matter. */
public record TotpCode(String digits) {
  private static final Pattern FORM = Pattern.compile("[0-9]{6}");

  public TotpCode {
    digits = digits.replaceAll("[ \\u00a0]", "");
    if (!FORM.matcher(digits).matches()) {
      throw new InvalidValue("code", "MALFORMED", "The code is the six digits that your authenticator app shows.");
    }
  }

  /** Keeps the code out of logs. */
  @Override
  public String toString() {
    return "TotpCode[hidden]";
  }
}
